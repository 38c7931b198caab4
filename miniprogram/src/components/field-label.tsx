import { Text, View } from './elements';

export interface FieldLabelProps {
  for: string;
  text: string;
  optional?: boolean;
}

/** WeChat speaks the input's own label, so here it is only seen. */
export function FieldLabel({ text, optional }: FieldLabelProps) {
  return (
    <View className="zq-field__label">
      {text}
      {optional ? <Text className="zq-field__optional">（选填）</Text> : null}
    </View>
  );
}
