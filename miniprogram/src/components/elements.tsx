import {
  Button,
  Image,
  Input,
  Picker,
  Text as TaroText,
  View as TaroView,
  Textarea,
} from '@tarojs/components';
import { chooseLists, choosePhotos } from '../platform/choose';
import type {
  BoxProps,
  DayInputProps,
  FilePickProps,
  InputProps,
  PictureProps,
  TapProps,
} from './elements.types';

/** The elements in WeChat. `elements.h5.tsx` makes real HTML of the same names. */

const spoken = ({ role, label, live, silent }: BoxProps) => ({
  'aria-role': role,
  'aria-label': label,
  'aria-live': live,
  'aria-hidden': silent,
});

export function View({ className, id, children, ...rest }: BoxProps) {
  return (
    <TaroView className={className} id={id} {...spoken(rest)}>
      {children}
    </TaroView>
  );
}

export function Text({ className, id, children, ...rest }: BoxProps) {
  return (
    <TaroText className={className} id={id} {...spoken(rest)}>
      {children}
    </TaroText>
  );
}

export function Heading({ level, className, children }: BoxProps & { level: 1 | 2 | 3 }) {
  return (
    <TaroView className={`zq-h${level} ${className ?? ''}`} {...{ 'aria-role': 'heading' }}>
      {children}
    </TaroView>
  );
}

export function Tap({
  className,
  children,
  onTap,
  label,
  disabled,
  busy,
  role = 'button',
  checked,
}: TapProps) {
  const said = { 'aria-role': role, 'aria-label': label, 'aria-checked': checked, 'aria-disabled': disabled };
  return (
    <Button
      className={`zq-tap ${className ?? ''} ${disabled ? 'is-disabled' : ''}`}
      hoverClass="is-pressed"
      disabled={disabled || busy}
      onClick={onTap}
      {...said}
    >
      {children}
    </Button>
  );
}

const KEYBOARDS = {
  text: 'text',
  phone: 'number',
  digits: 'number',
  money: 'digit',
  code: 'text',
  password: 'text',
} as const;

export function TextInput({ id, name, value, onChange, label, kind = 'text', wrong, ...rest }: InputProps) {
  return (
    <Input
      className={`zq-input ${wrong ? 'is-wrong' : ''}`}
      id={id}
      name={name}
      value={value}
      type={KEYBOARDS[kind]}
      password={kind === 'password'}
      placeholder={rest.placeholder}
      placeholderClass="zq-placeholder"
      maxlength={rest.maxLength ?? 140}
      disabled={rest.disabled}
      cursorSpacing={80}
      onInput={(event) => onChange(event.detail.value)}
      {...{ 'aria-label': label }}
    />
  );
}

export function TextBox({ id, name, value, onChange, label, wrong, ...rest }: InputProps) {
  return (
    <Textarea
      className={`zq-input zq-input--box ${wrong ? 'is-wrong' : ''}`}
      id={id}
      name={name}
      value={value}
      placeholder={rest.placeholder}
      placeholderClass="zq-placeholder"
      maxlength={rest.maxLength ?? 1000}
      disabled={rest.disabled}
      autoHeight
      cursorSpacing={80}
      onInput={(event) => onChange(event.detail.value)}
      {...{ 'aria-label': label }}
    />
  );
}

export function DayInput({ id, name, value, onChange, label, from, to, disabled, wrong }: DayInputProps) {
  return (
    <Picker
      mode="date"
      id={id}
      name={name}
      value={value}
      start={from}
      end={to}
      disabled={disabled}
      onChange={(event) => onChange(event.detail.value)}
      {...{ 'aria-role': 'button', 'aria-label': label }}
    >
      <TaroView className={`zq-input ${wrong ? 'is-wrong' : ''} ${value ? '' : 'zq-placeholder'}`}>
        {value || '点这里选择日期'}
      </TaroView>
    </Picker>
  );
}

export function FilePick({ label, kind, count, onPick }: FilePickProps) {
  const choose = async () => {
    const paths = await (kind === 'photo' ? choosePhotos(count) : chooseLists());
    if (paths.length > 0) onPick(paths);
  };
  return (
    <Tap className="zq-button zq-button--secondary" onTap={() => void choose()}>
      {label}
    </Tap>
  );
}

export function Picture({ src, alt, className }: PictureProps) {
  return <Image className={className} src={src} mode="aspectFill" {...{ 'aria-label': alt }} />;
}
