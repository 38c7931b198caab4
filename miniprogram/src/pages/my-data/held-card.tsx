import type { OutputOf } from '../../../../shared/actions';
import { Button, Card, Row, Text, View } from '../../components';
import { go } from '../../parties/go';
import { REQUEST_CORRECTION } from '../../routes';
import './my-data.scss';

export type Group = OutputOf<'get-my-data'>['groups'][number];
type Held = Group['fields'][number];

/** What is held of one person as one party, or of his account. */
export function HeldCard({ group }: { group: Group }) {
  const { title, stays, fields, partyId } = group;
  return (
    <Card title={title}>
      {stays ? <Row label="保存多久">{stays}</Row> : null}
      {fields.filter(isRead).map((held) => (
        <HeldField held={held} key={held.field} />
      ))}
      <Digests fields={fields.filter((held) => !isRead(held))} />
      <Button
        small
        kind="secondary"
        name={`correct:${partyId ?? 'account'}`}
        onTap={() => go(REQUEST_CORRECTION, partyId ? { partyId, about: title } : {})}
      >
        这里写错了，申请更正
      </Button>
    </Card>
  );
}

/** Nobody reads it, and it is only there to be compared: a keyed hash. */
const isRead = ({ values, what }: Held): boolean => values !== null || !what.includes('加密摘要');

function Digests({ fields }: { fields: Held[] }) {
  if (fields.length === 0) return null;
  const names = [...new Set(fields.map(({ what }) => what.replace('（加密摘要）', '')))];
  return (
    <View className="zq-held zq-fine">
      {`另有${names.join('、')}的加密摘要，只用来比对，谁都看不到内容，随原内容一起清除。`}
    </View>
  );
}

export function HeldField({ held }: { held: Held }) {
  const { what, purpose, seenBy, keep } = held;
  return (
    <View className="zq-held">
      <View>
        <Text className="zq-strong">{what}</Text>
      </View>
      <View>{valuesOf(held)}</View>
      <View className="zq-fine">{`用来${purpose}。${seenBy}${seenBy.startsWith('谁都') ? '' : '能看'}。${keep}。`}</View>
    </View>
  );
}

function valuesOf({ values, entries }: Held): string {
  if (values) return values.join('；');
  return entries > 1 ? `有 ${entries} 条，这里不显示内容` : '有，这里不显示内容';
}
