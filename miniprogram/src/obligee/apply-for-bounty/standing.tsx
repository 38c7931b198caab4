import type { OutputOf } from '../../../../shared/actions';
import {
  BOUNTY_ENDING_WORDS,
  BOUNTY_STATE_WORDS,
  type BountyState,
  SOUGHT_WORDS,
} from '../../../../shared/cases/bounty-notice';
import { showDay, showMoment } from '../../../../shared/day';
import { promiseWords } from '../../citizen/promise-words';
import { Card, Notice, Row, Tag } from '../../components';

type Bounty = OutputOf<'get-case-bounties'>['bounties'][number];

const TONES: Record<BountyState, 'going' | 'done' | 'stopped' | 'calm'> = {
  applied: 'going',
  drafted: 'going',
  published: 'done',
  refused: 'stopped',
  ended: 'calm',
};

/** One application and what the court made of it. */
export function Standing({ bounty }: { bounty: Bounty }) {
  const { state, number, text, note, ending, expiresDay, decideBy } = bounty;
  return (
    <Card title={number ?? '公告申请'} tag={<Tag tone={TONES[state]}>{BOUNTY_STATE_WORDS[state]}</Tag>}>
      <Row label="申请时间">{showMoment(new Date(bounty.appliedAt))}</Row>
      <Row label="征集什么">{SOUGHT_WORDS[bounty.sought]}</Row>
      <Row label="您的承诺">{promiseWords(bounty)}</Row>
      {state === 'applied' ? (
        <Row label="法院决定">{`${decideBy.certain ? '最晚' : '大约'}${showDay(decideBy.day)}`}</Row>
      ) : null}
      {bounty.isOverdue ? (
        <Notice kind="warning">法院应当决定的日期已经过了，请拨打下方法院电话询问。</Notice>
      ) : null}
      {note ? <Row label="法院的话">{note}</Row> : null}
      {expiresDay && state === 'published' ? <Row label="公告到">{showDay(expiresDay)}</Row> : null}
      {ending ? <Row label="为何撤下">{BOUNTY_ENDING_WORDS[ending]}</Row> : null}
      {text ? <Row label="公告内容">{text}</Row> : null}
    </Card>
  );
}
