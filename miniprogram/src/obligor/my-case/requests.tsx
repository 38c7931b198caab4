import { REQUEST_KIND_WORDS, REQUEST_STATE_WORDS, type RequestState } from '../../../../shared/cases/stages';
import { showMoment } from '../../../../shared/day';
import { Card, Row, Tag, View } from '../../components';
import type { CaseRecord } from '../../parties/owed';
import '../../parties/parties.scss';

const TONES: { [S in RequestState]: 'going' | 'done' | 'stopped' | 'calm' } = {
  open: 'going',
  upheld: 'done',
  dismissed: 'stopped',
  lapsed: 'calm',
};

/** What he has told the court, and what it answered. */
export function Requests({ requests }: Pick<CaseRecord, 'requests'>) {
  if (requests.length === 0) return null;
  return (
    <Card title="您向法院说明的">
      {requests.map(({ requestId, kind, state, text, at, answer }) => (
        <View className="zq-part" key={requestId}>
          <View className="zq-card__head">
            <View>{REQUEST_KIND_WORDS[kind]}</View>
            <Tag tone={TONES[state]}>{REQUEST_STATE_WORDS[state]}</Tag>
          </View>
          <Row label="提交">{showMoment(new Date(at))}</Row>
          <Row label="内容">{text}</Row>
          {answer ? <Row label="法院答复">{answer}</Row> : null}
        </View>
      ))}
    </Card>
  );
}
