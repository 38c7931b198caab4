import type { OutputOf } from '../../../../shared/actions';
import { ERRAND_OUTCOME_WORDS, ERRAND_STATE_WORDS } from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { Card, Notice, Row, Tag, View } from '../../components';
import { Clock } from '../clock';
import { Evidence } from '../evidence';
import { OpenPlace } from '../open-place';
import { AnswerErrand } from './answer-errand';
import { ReportErrand } from './report-errand';

export type Errand = OutputOf<'list-errands'>['errands'][number];

export interface ErrandProps {
  errand: Errand;
  onDone: (sentence: string) => void;
}

const TONES: Record<Errand['state'], 'calm' | 'going' | 'done' | 'stopped'> = {
  sent: 'calm',
  taken: 'going',
  declined: 'stopped',
  'on-site': 'going',
  done: 'done',
};

export function ErrandCard({ errand, onDone }: ErrandProps) {
  const { state, place } = errand;
  return (
    <Card
      title={place ?? `${showMoment(new Date(errand.sentAt))}派出的任务`}
      tag={<Tag tone={TONES[state]}>{ERRAND_STATE_WORDS[state]}</Tag>}
    >
      <Orders errand={errand} />
      {errand.outcome ? <Row label="现场结果">{ERRAND_OUTCOME_WORDS[errand.outcome]}</Row> : null}
      {errand.doneAt ? <Row label="回报">{showMoment(new Date(errand.doneAt))}</Row> : null}
      <Evidence photos={errand.evidence} />
      {state === 'done' ? <Notice>已经回报。地点由值班同事保管，这里不再显示。</Notice> : null}
      {state === 'sent' || state === 'taken' ? (
        // A new card of buttons for each step: the note of one is not the next one's.
        <AnswerErrand errand={errand} onDone={onDone} key={state} />
      ) : null}
      {state === 'on-site' ? <ReportErrand errand={errand} onDone={onDone} /> : null}
    </Card>
  );
}

/** What he needs to get there and to know what to look for; gone once it is over. */
function Orders({ errand }: { errand: Errand }) {
  const { point, route, words, debtorName, caseNumber, dueAt, isOverdue } = errand;
  return (
    <>
      {dueAt ? (
        <Row label={DUE_WORDS[errand.state] ?? '时限'}>
          <Clock dueAt={dueAt} isOverdue={isOverdue} />
        </Row>
      ) : null}
      {point ? (
        <Row label="地图上">
          <OpenPlace point={point} />
        </Row>
      ) : null}
      {route ? (
        <Row label="怎么走">
          <View>{route}</View>
        </Row>
      ) : null}
      {words ? <Row label="核查什么">{words}</Row> : null}
      {debtorName ? <Row label="被执行人">{debtorName}</Row> : null}
      {caseNumber ? <Row label="案号">{caseNumber}</Row> : null}
    </>
  );
}

const DUE_WORDS: Partial<Record<Errand['state'], string>> = {
  sent: '请答复',
  taken: '请到场',
  'on-site': '请回报',
};
