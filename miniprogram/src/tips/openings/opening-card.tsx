import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { OPENING_REASON_WORDS } from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Notice, Row, Tag } from '../../components';
import { hasRole, useSession } from '../../session';
import { Decide } from './decide';
import type { Shown } from './index';

export type Opening = OutputOf<'list-tipster-openings'>['openings'][number];

interface CardProps {
  opening: Opening;
  onShow: (shown: Shown) => void;
  onDone: (sentence: string) => void;
}

const STATES = {
  asked: { word: '等批准', tone: 'going' },
  granted: { word: '已批准，可以打开', tone: 'done' },
  refused: { word: '没有批准', tone: 'stopped' },
  over: { word: '已过期', tone: 'calm' },
} as const;

export function OpeningCard({ opening, onShow, onDone }: CardProps) {
  const { state, expiresAt } = opening;
  return (
    <Card title={`线索 ${opening.number} 号`} tag={<Tag tone={STATES[state].tone}>{STATES[state].word}</Tag>}>
      <Row label="为什么">{OPENING_REASON_WORDS[opening.reason]}</Row>
      <Row label="说明">{opening.words}</Row>
      <Row label="谁申请">{`${opening.askedBy} ${moment(opening.askedAt)}`}</Row>
      {opening.decidedBy ? (
        <Row label="谁答复">{[opening.decidedBy, opening.note].filter(Boolean).join('：')}</Row>
      ) : null}
      {state === 'granted' && expiresAt ? <Row label="有效到">{moment(expiresAt)}</Row> : null}
      <Row label="打开过">{`${opening.opened} 次`}</Row>
      {state === 'asked' ? <Waiting opening={opening} onDone={onDone} /> : null}
      {state === 'granted' && opening.isMine ? <Open opening={opening} onShow={onShow} /> : null}
    </Card>
  );
}

const moment = (at: string) => showMoment(new Date(at));

function Waiting({ opening, onDone }: Pick<CardProps, 'opening' | 'onDone'>) {
  const { me } = useSession();
  const [isDeciding, decide] = useState(false);
  if (opening.isMine || !hasRole(me, 'chief')) return <Notice>由院领导批准，申请人自己不能批准。</Notice>;
  if (isDeciding) return <Decide opening={opening} onDone={onDone} onLeave={() => decide(false)} />;
  return (
    <Button small kind="secondary" name={`decide:${opening.openingId}`} onTap={() => decide(true)}>
      答复
    </Button>
  );
}

/** Every tap is one more opening, and one more line of the record. */
function Open({ opening: { openingId, number }, onShow }: Pick<CardProps, 'opening' | 'onShow'>) {
  const { busy, sentence, run } = useAct('open-tipster');
  async function open(): Promise<void> {
    const who = await run({ openingId });
    if (who) onShow({ number, who });
  }
  return (
    <>
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <Notice>请在没有旁人的地方打开。这一次打开会记下您和批准人两个人的姓名。</Notice>
      <Button small name={`open:${openingId}`} busy={busy} busyText="正在打开…" onTap={() => void open()}>
        打开身份
      </Button>
    </>
  );
}
