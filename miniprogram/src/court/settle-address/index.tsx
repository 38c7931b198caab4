import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { useAct } from '../../act';
import { Branches, Button, Card, Notice, Page, Row } from '../../components';
import { useQuery } from '../../query';
import { SETTLE_ADDRESS } from '../../routes';
import { navAt } from '../nav';
import { VillagePicker } from '../village-picker';

type Address = OutputOf<'list-unmatched-addresses'>['addresses'][number];

/** Addresses that fit no village yet: one click settles each, and its like. */
export default function SettleAddress() {
  const query = useQuery('list-unmatched-addresses', {}, { isEmpty: (data) => data.addresses.length === 0 });
  const [settled, setSettled] = useState<string | null>(null);
  return (
    <Page
      title="地址认领"
      lead="这些地址对不上哪个村。点一下是哪个村，系统会记住这个叫法，下次自动认领。"
      nav={navAt(SETTLE_ADDRESS)}
      watermark
    >
      {settled ? <Notice kind="done">{settled}</Notice> : null}
      <Branches query={query} empty="所有地址都已认领。">
        {({ addresses }) =>
          addresses.map((address) => (
            <AddressCard
              key={address.partyId}
              address={address}
              onSettled={(sentence) => {
                setSettled(sentence);
                void query.reload();
              }}
            />
          ))
        }
      </Branches>
    </Page>
  );
}

function AddressCard({ address, onSettled }: { address: Address; onSettled: (sentence: string) => void }) {
  const act = useAct('settle-address');
  const [others, showOthers] = useState(false);
  async function settle(villageId: string, name: string): Promise<void> {
    const answer = await act.run({ partyId: address.partyId, villageId, alias: address.alias ?? undefined });
    if (answer) onSettled(`已归到${name}，连同相同叫法的共 ${answer.settled} 人。`);
  }
  return (
    <Card title={address.address}>
      <Row label="义务人">{address.name}</Row>
      <Row label="案号">{address.caseNumber}</Row>
      {address.alias ? <Row label="会记住的叫法">{address.alias}</Row> : null}
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      {address.candidates.map(({ villageId, name, town }) => (
        <Button
          small
          kind="secondary"
          busy={act.busy}
          key={villageId}
          onTap={() => void settle(villageId, `${town}${name}`)}
        >
          {`是${town}${name}`}
        </Button>
      ))}
      {others ? (
        <VillagePicker onPick={(villageId, name) => void settle(villageId, name)} />
      ) : (
        <Button small kind="quiet" onTap={() => showOthers(true)}>
          {address.candidates.length > 0 ? '都不是，选别的村' : '选村'}
        </Button>
      )}
    </Card>
  );
}
