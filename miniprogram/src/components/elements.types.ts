import type { ReactNode } from 'react';

/** What the few elements take on both sides. Their names are ours; what they become is not. */

export type Spoken =
  | 'alert'
  | 'status'
  | 'navigation'
  | 'main'
  | 'group'
  | 'radiogroup'
  | 'list'
  | 'listitem'
  | 'img';

export interface BoxProps {
  className?: string;
  id?: string;
  children?: ReactNode;
  role?: Spoken;
  label?: string;
  /** Read aloud when it changes. */
  live?: 'polite' | 'assertive';
  /** Decoration that is not read aloud. */
  silent?: boolean;
}

export interface TapProps {
  className?: string;
  children?: ReactNode;
  onTap: () => void;
  label?: string;
  disabled?: boolean;
  busy?: boolean;
  role?: 'button' | 'radio' | 'checkbox' | 'switch' | 'link';
  checked?: boolean;
  /** For tests and for form data on H5. */
  name?: string;
}

export interface InputProps {
  id: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  label: string;
  kind?: 'text' | 'phone' | 'digits' | 'money' | 'code' | 'password';
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  wrong?: boolean;
  /** Ids of the hint and of the error sentence. */
  describedBy?: string;
}

export interface DayInputProps extends Omit<InputProps, 'kind' | 'maxLength' | 'placeholder'> {
  from?: string;
  to?: string;
}

export interface FilePickProps {
  name: string;
  label: string;
  kind: 'photo' | 'list';
  count: number;
  onPick: (paths: string[]) => void;
}

export interface PictureProps {
  src: string;
  alt: string;
  className?: string;
}
