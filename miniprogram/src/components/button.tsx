import type { ReactNode } from 'react';
import { Tap, Text } from './elements';

export interface ButtonProps {
  children: ReactNode;
  onTap: () => void;
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  /** While it works: the button says what it is doing and cannot be pressed twice. */
  busy?: boolean;
  busyText?: string;
  disabled?: boolean;
  /** Smaller, beside others; still at least 44 high. */
  small?: boolean;
  label?: string;
  name?: string;
}

/** One primary button a screen. Its words say what happens: 「提交走访记录」, not 「确定」. */
export function Button({
  children,
  kind = 'primary',
  busy,
  busyText = '正在办理…',
  small,
  ...rest
}: ButtonProps) {
  const size = small ? 'zq-button--small' : '';
  return (
    <Tap className={`zq-button zq-button--${kind} ${size}`} busy={busy} {...rest}>
      {busy ? <Text live="polite">{busyText}</Text> : children}
    </Tap>
  );
}
