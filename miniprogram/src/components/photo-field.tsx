import { useEffect, useState } from 'react';
import { platform } from '../platform';
import { FilePick, Picture, Tap, View } from './elements';

export interface PhotoFieldProps {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** Kept paths on this telephone, as `submit({ photos: { paths } })` takes them. */
  value: string[];
  onChange: (paths: string[]) => void;
  max?: number;
}

/** Photos, always a person's own choice: how many there are is never counted or scored. */
export function PhotoField({ name, label, hint, error, value, onChange, max = 6 }: PhotoFieldProps) {
  const left = max - value.length;
  // Kept at once, so that neither the draft nor the outbox loses them when the app is closed.
  const add = async (paths: string[]) => {
    const kept = await Promise.all(paths.slice(0, left).map((path) => platform.files.keep(path)));
    onChange([...value, ...kept]);
  };
  const remove = (path: string) => {
    onChange(value.filter((other) => other !== path));
    void platform.files.remove(path);
  };
  return (
    <View className="zq-field">
      <View className="zq-field__label">{label}</View>
      {hint ? <View className="zq-field__hint">{hint}</View> : null}
      <View className="zq-photos">
        {value.map((path, index) => (
          <Photo key={path} path={path} title={`第 ${index + 1} 张照片`} onRemove={() => remove(path)} />
        ))}
      </View>
      {left > 0 ? (
        <FilePick
          name={name}
          kind="photo"
          count={left}
          label={value.length > 0 ? '再加照片' : '拍照或选照片'}
          onPick={(paths) => void add(paths)}
        />
      ) : null}
      {error ? (
        <View className="zq-field__error" role="alert">
          {error}
        </View>
      ) : null}
    </View>
  );
}

function Photo({ path, title, onRemove }: { path: string; title: string; onRemove: () => void }) {
  const [src, setSrc] = useState('');
  useEffect(() => {
    platform.files.show(path).then(setSrc, () => setSrc(''));
  }, [path]);
  return (
    <View className="zq-photo">
      {src ? <Picture className="zq-photo__image" src={src} alt={title} /> : null}
      <Tap className="zq-photo__remove" label={`去掉${title}`} onTap={onRemove}>
        去掉
      </Tap>
    </View>
  );
}
