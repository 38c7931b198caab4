import type { OutputOf } from '../../../../shared/actions';
import {
  askedFor,
  DATA_REQUEST_STATE_WORDS,
  type DataRequestState,
} from '../../../../shared/cases/data-requests';
import { showDay, showMoment } from '../../../../shared/day';
import { Branches, Card, Heading, Row, Tag, View } from '../../components';
import { useQuery } from '../../query';

type Line = OutputOf<'list-my-data-requests'>['requests'][number];

const TONES: Record<DataRequestState, 'going' | 'done' | 'stopped'> = {
  open: 'going',
  granted: 'done',
  partly: 'done',
  refused: 'stopped',
};

/** What became of what he asked for; nothing where he asked for nothing. */
export function MyRequests() {
  const query = useQuery('list-my-data-requests', {}, { keep: false });
  return (
    <Branches query={query} empty="">
      {({ requests }) =>
        requests.length > 0 ? (
          <>
            <Heading level={2}>我的申请</Heading>
            {requests.map((line) => (
              <RequestCard line={line} key={line.requestId} />
            ))}
          </>
        ) : null
      }
    </Branches>
  );
}

function RequestCard({ line }: { line: Line }) {
  const { state, about, madeAt, decided } = line;
  return (
    <Card title={askedFor(line)} tag={<Tag tone={TONES[state]}>{DATA_REQUEST_STATE_WORDS[state]}</Tag>}>
      <Row label="关于">{about}</Row>
      <Row label="提出时间">{showMoment(new Date(madeAt))}</Row>
      {decided ? (
        <>
          <Row label="答复">{decided.answer}</Row>
          {decided.ground ? <Row label="依据">{decided.ground}</Row> : null}
          <Lines label="已办" lines={decided.done} />
          <Lines label="要保留" lines={decided.stays} />
        </>
      ) : (
        <Row label="最晚答复">{answerByWords(line)}</Row>
      )}
    </Card>
  );
}

function answerByWords({ answerBy, isOverdue }: Pick<Line, 'answerBy' | 'isOverdue'>): string {
  const { day, certain } = answerBy;
  if (isOverdue) return `${showDay(day)}，已经超过，请拨打法院电话催办`;
  return certain ? showDay(day) : `${showDay(day)}前后，放假安排公布后核定`;
}

function Lines({ label, lines }: { label: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Row label={label}>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </Row>
  );
}
