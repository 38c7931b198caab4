import { ERRAND_OUTCOME_WORDS, ERRAND_STATE_WORDS } from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { Card, Row, Tag } from '../../components';
import { Evidence } from '../evidence';
import type { Tip } from '.';

type Errand = Tip['errands'][number];

/** Who went, when, and what came of it. */
export function Errands({ tip }: { tip: Tip }) {
  return tip.errands.map((errand) => <ErrandCard errand={errand} key={errand.errandId} />);
}

const TONES: Record<Errand['state'], 'calm' | 'going' | 'done' | 'stopped'> = {
  sent: 'calm',
  taken: 'going',
  declined: 'stopped',
  'on-site': 'going',
  done: 'done',
};

function ErrandCard({ errand }: { errand: Errand }) {
  const moments = [
    ['派出', errand.sentAt],
    ['出发', errand.takenAt],
    ['到场', errand.onSiteAt],
    ['回报', errand.doneAt],
  ] as const;
  return (
    <Card
      title={`派出：${errand.officer}`}
      tag={<Tag tone={TONES[errand.state]}>{ERRAND_STATE_WORDS[errand.state]}</Tag>}
    >
      {moments.map(([word, at]) =>
        at ? (
          <Row label={word} key={word}>
            {showMoment(new Date(at))}
          </Row>
        ) : null,
      )}
      {errand.outcome ? <Row label="现场结果">{ERRAND_OUTCOME_WORDS[errand.outcome]}</Row> : null}
      {errand.words ? <Row label="说明">{errand.words}</Row> : null}
      <Evidence photos={errand.evidence} />
    </Card>
  );
}
