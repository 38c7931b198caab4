import { useState } from 'react';
import { Button, Card, View } from '../../components';
import type { Group } from './held-card';

/** What nobody can read, or look for by a name: hashes, and lists that are sealed as a whole. */
export function Unread({ fields }: { fields: Group['fields'] }) {
  const [open, show] = useState(false);
  return (
    <Card title="看不出是谁的记录">
      <View className="zq-text">
        为了防止冒名和骚扰，系统还短期留着一些加密的记号和整份加密的名册，谁也不能从里面读出您的信息，到期自动清除。
      </View>
      {open
        ? fields.map(({ field, what, purpose, keep }) => (
            <View className="zq-fine" key={field}>{`${what}：用来${purpose}，${keep}。`}</View>
          ))
        : null}
      <Button kind="quiet" small name="unread" onTap={() => show(!open)}>
        {open ? '收起' : '看有哪些'}
      </Button>
    </Card>
  );
}
