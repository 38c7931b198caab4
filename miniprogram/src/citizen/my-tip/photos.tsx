import { FilePick, Tap, View } from '../../components';

interface PhotosProps {
  paths: string[];
  onChange: (paths: string[]) => void;
  error?: string | undefined;
}

const MOST = 6;

/** Chosen, and not kept: unlike those of a form, they are gone from this telephone with the page. */
export function Photos({ paths, onChange, error }: PhotosProps) {
  const left = MOST - paths.length;
  return (
    <View className="zq-field">
      <View className="zq-field__label">照片（选填）</View>
      {paths.map((path, index) => (
        <View className="zq-row" key={path}>
          <View className="zq-row__value">{`第 ${index + 1} 张照片`}</View>
          <Tap
            className="zq-link"
            label={`去掉第 ${index + 1} 张照片`}
            onTap={() => onChange(paths.filter((other) => other !== path))}
          >
            去掉
          </Tap>
        </View>
      ))}
      {left > 0 ? (
        <FilePick
          name="answer-photos"
          kind="photo"
          count={left}
          label={paths.length > 0 ? '再加照片' : '拍照或选照片'}
          onPick={(picked) => onChange([...paths, ...picked.slice(0, left)])}
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
