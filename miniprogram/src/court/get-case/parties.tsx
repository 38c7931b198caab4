import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Notice, Row, Tag } from '../../components';
import { CorrectContact } from '../correct-contact';
import type { CourtCase, PartProps } from './index';
import { Masked } from './masked';

type Party = CourtCase['parties'][number];

const CONTACT_WORDS: Record<Party['contactState'], string | null> = {
  ok: null,
  'no-phone': '没有电话',
  'wrong-number': '号码有误，请核实',
  'opted-out': '已退订短信，请打电话',
};

export function Parties({ found, reload }: PartProps) {
  return (
    <>
      {found.parties.map((party) => (
        <PartyCard party={party} reload={reload} key={party.partyId} />
      ))}
    </>
  );
}

function PartyCard({ party, reload }: { party: Party; reload: () => void }) {
  const wrong = CONTACT_WORDS[party.contactState];
  const [correcting, correct] = useState(false);
  return (
    <Card
      title={`${party.side === 'obligor' ? '义务人' : '权利人'} ${party.name}`}
      tag={wrong ? <Tag tone="late">{wrong}</Tag> : null}
    >
      <Masked partyId={party.partyId} field="id-number" label="证件" masked={party.idNumberMasked} />
      <Masked partyId={party.partyId} field="phone" label="电话" masked={party.phoneMasked} />
      <Masked partyId={party.partyId} field="address" label="地址" masked={party.addressMasked} />
      {party.village ? <Row label="村">{party.village}</Row> : null}
      <Row label="本人查看">{party.bound ? '已核对身份，能在手机上查看' : '还没有打开过'}</Row>
      <AccessCode party={party} />
      {correcting ? (
        <CorrectContact partyId={party.partyId} lacksIdNumber={!party.idNumberMasked} onDone={reload} />
      ) : (
        <Button small kind="quiet" onTap={() => correct(true)}>
          更正电话
        </Button>
      )}
    </Card>
  );
}

/** For whoever gets no SMS: a code on paper, told once. */
function AccessCode({ party }: { party: Party }) {
  const act = useAct('create-access-code');
  const [made, setMade] = useState<OutputOf<'create-access-code'> | null>(null);
  if (made) {
    return (
      <Notice kind="done">
        {`查询码 ${made.code}，${showMoment(new Date(made.expiresAt))}前有效，只能用一次，请当面写给本人。`}
      </Notice>
    );
  }
  return (
    <>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      <Button
        small
        kind="quiet"
        busy={act.busy}
        onTap={() => void act.run({ partyId: party.partyId }).then(setMade)}
      >
        给纸质查询码
      </Button>
    </>
  );
}
