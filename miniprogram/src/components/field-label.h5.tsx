import type { FieldLabelProps } from './field-label';

export function FieldLabel({ for: id, text, optional }: FieldLabelProps) {
  return (
    <label className="zq-field__label" htmlFor={id}>
      {text}
      {optional ? <span className="zq-field__optional">（选填）</span> : null}
    </label>
  );
}
