import type { ChangeEvent } from 'react';
import '../styles/browser.scss';
import { adoptLists, adoptPhotos } from '../platform/choose.h5';
import type {
  BoxProps,
  DayInputProps,
  FilePickProps,
  InputProps,
  PictureProps,
  TapProps,
} from './elements.types';

/**
 * The elements in a browser: real HTML, because Taro's own web components have neither roles nor
 * Tab focus, and hide the input in which people type.
 */

const spoken = ({ role, label, live, silent }: BoxProps) => ({
  role,
  'aria-label': label,
  'aria-live': live,
  'aria-hidden': silent,
});

export function View({ className, id, children, ...rest }: BoxProps) {
  return (
    <div className={className} id={id} {...spoken(rest)}>
      {children}
    </div>
  );
}

export function Text({ className, id, children, ...rest }: BoxProps) {
  return (
    <span className={className} id={id} {...spoken(rest)}>
      {children}
    </span>
  );
}

export function Heading({ level, className, children }: BoxProps & { level: 1 | 2 | 3 }) {
  const Tag = `h${level}` as const;
  return <Tag className={`zq-h${level} ${className ?? ''}`}>{children}</Tag>;
}

export function Tap({ className, children, onTap, label, disabled, busy, role, checked, name }: TapProps) {
  const chosen = role === 'radio' || role === 'checkbox' || role === 'switch';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: `chosen` says whether the role has it
    <button
      type="button"
      className={`zq-tap ${className ?? ''} ${disabled ? 'is-disabled' : ''}`}
      name={name}
      role={role === 'button' ? undefined : role}
      aria-checked={chosen ? (checked ?? false) : undefined}
      aria-label={label}
      aria-busy={busy}
      disabled={disabled || busy}
      onClick={onTap}
    >
      {children}
    </button>
  );
}

const KEYBOARDS = {
  text: undefined,
  phone: 'tel',
  digits: 'numeric',
  money: 'decimal',
  code: undefined,
  password: undefined,
} as const;

type Typing = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

const common = ({ id, name, value, placeholder, maxLength, disabled, wrong, describedBy }: InputProps) => ({
  id,
  name,
  value,
  placeholder,
  maxLength,
  disabled,
  'aria-invalid': wrong || undefined,
  'aria-describedby': describedBy,
});

const TYPES: Partial<Record<NonNullable<InputProps['kind']>, string>> = {
  phone: 'tel',
  password: 'password',
};

export function TextInput(props: InputProps) {
  const { kind = 'text', wrong, onChange } = props;
  return (
    <input
      {...common(props)}
      className={`zq-input ${wrong ? 'is-wrong' : ''}`}
      type={TYPES[kind] ?? 'text'}
      inputMode={KEYBOARDS[kind]}
      autoComplete={kind === 'password' ? 'current-password' : 'off'}
      onChange={(event: Typing) => onChange(event.target.value)}
    />
  );
}

export function TextBox(props: InputProps) {
  return (
    <textarea
      {...common(props)}
      className={`zq-input zq-input--box ${props.wrong ? 'is-wrong' : ''}`}
      rows={4}
      onChange={(event: Typing) => props.onChange(event.target.value)}
    />
  );
}

export function DayInput({ from, to, ...props }: DayInputProps) {
  return (
    <input
      {...common(props)}
      className={`zq-input ${props.wrong ? 'is-wrong' : ''}`}
      type="date"
      min={from}
      max={to}
      onChange={(event: Typing) => props.onChange(event.target.value)}
    />
  );
}

const ACCEPTED = { photo: 'image/*', list: '.xlsx,.csv,.xls' };

export function FilePick({ name, label, kind, count, onPick }: FilePickProps) {
  const adopt = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []).slice(0, count);
    event.target.value = '';
    const paths = await (kind === 'photo' ? adoptPhotos(files) : adoptLists(files));
    if (paths.length > 0) onPick(paths);
  };
  return (
    <label className="zq-tap zq-button zq-button--secondary zq-file">
      <input
        type="file"
        name={name}
        accept={ACCEPTED[kind]}
        multiple={count > 1}
        onChange={(event) => void adopt(event)}
      />
      <span>{label}</span>
    </label>
  );
}

export function Picture({ src, alt, className }: PictureProps) {
  return <img className={className} src={src} alt={alt} />;
}
