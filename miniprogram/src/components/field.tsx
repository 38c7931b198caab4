import type { ReactNode } from 'react';
import { DayInput, TextBox, TextInput, View } from './elements';
import { FieldLabel } from './field-label';

export interface FieldProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** The sentence that says what is wrong and how to put it right. */
  error?: string;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  /** Says 「选填」 beside the label; everything else is needed. */
  optional?: boolean;
}

const idOf = (name: string) => `field-${name.replace(/\W/g, '-')}`;

/** Label, hint, the input itself, and the sentence when it is wrong. */
export function FieldFrame(props: Omit<FieldProps, 'value' | 'onChange'> & { children: ReactNode }) {
  const { name, label, hint, error, optional, children } = props;
  const id = idOf(name);
  return (
    <View className="zq-field">
      <FieldLabel for={id} text={label} optional={optional} />
      {hint ? (
        <View className="zq-field__hint" id={`${id}-hint`}>
          {hint}
        </View>
      ) : null}
      {children}
      {error ? (
        <View className="zq-field__error" id={`${id}-error`} role="alert">
          {error}
        </View>
      ) : null}
    </View>
  );
}

const inputOf = (props: FieldProps) => {
  const id = idOf(props.name);
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean);
  const { name, label, value, onChange, placeholder, maxLength, disabled } = props;
  return {
    ...{ id, name, label, value, onChange, placeholder, maxLength, disabled },
    wrong: Boolean(props.error),
    describedBy: described.length > 0 ? described.join(' ') : undefined,
  };
};

export function Field({
  kind,
  ...props
}: FieldProps & { kind?: 'text' | 'phone' | 'digits' | 'code' | 'password' }) {
  return (
    <FieldFrame {...props}>
      <TextInput {...inputOf(props)} kind={kind} />
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps) {
  return (
    <FieldFrame {...props}>
      <TextBox {...inputOf(props)} />
    </FieldFrame>
  );
}

/** Money as people type it; read it with `parseYuan` of shared/money. */
export function MoneyField(props: FieldProps) {
  return (
    <FieldFrame {...props}>
      <View className="zq-money-field">
        <TextInput {...inputOf(props)} kind="money" />
        <View className="zq-money-field__unit" silent>
          元
        </View>
      </View>
    </FieldFrame>
  );
}

/** A day as `YYYY-MM-DD`, or empty. */
export function DayField({ from, to, ...props }: FieldProps & { from?: string; to?: string }) {
  return (
    <FieldFrame {...props}>
      <DayInput {...inputOf(props)} from={from} to={to} />
    </FieldFrame>
  );
}
