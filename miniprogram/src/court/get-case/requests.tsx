import { useState } from 'react';
import { REQUEST_KIND_WORDS, REQUEST_STATE_WORDS } from '../../../../shared/cases/stages';
import { showMoment } from '../../../../shared/day';
import { BigChoice, Card, Row, Tag, TextArea, View } from '../../components';
import { DeedForm } from '../deed-form';
import { CaseFiles } from './case-files';
import type { CourtCase, PartProps } from './index';

type Request = CourtCase['record']['requests'][number];

/** Objections and hardship reports; while one is open, reminders rest. */
export function Requests({ found, reload }: PartProps) {
  const { requests, can } = found.record;
  return (
    <>
      {requests.map((request) => (
        <Card
          key={request.requestId}
          title={REQUEST_KIND_WORDS[request.kind]}
          tag={
            <Tag tone={request.state === 'open' ? 'late' : 'done'}>{REQUEST_STATE_WORDS[request.state]}</Tag>
          }
        >
          <View className="zq-text">{request.text}</View>
          <Row label="提出时间">{showMoment(new Date(request.at))}</Row>
          <CaseFiles fileIds={request.fileIds} />
          {request.answer ? <Row label="法院答复">{request.answer}</Row> : null}
          {request.state === 'open' && can.decideRequest ? (
            <Decide request={request} reload={reload} />
          ) : null}
        </Card>
      ))}
    </>
  );
}

function Decide({ request, reload }: { request: Request; reload: () => void }) {
  const [decision, decide] = useState<'upheld' | 'dismissed' | null>(null);
  const [answer, setAnswer] = useState('');
  return (
    <DeedForm
      action="decide-request"
      input={{ requestId: request.requestId, decision: decision ?? undefined, answer }}
      submit="答复并恢复提醒"
      done={() => '已答复，提醒按计划恢复。'}
      onDone={reload}
    >
      {(sentences) => (
        <>
          <BigChoice
            name="decision"
            label="怎样处理"
            choices={[
              { value: 'upheld', word: '采纳' },
              { value: 'dismissed', word: '不采纳' },
            ]}
            value={decision}
            onChoose={decide}
            error={sentences.decision}
          />
          <TextArea
            name="answer"
            label="给当事人的答复"
            value={answer}
            onChange={setAnswer}
            error={sentences.answer}
          />
        </>
      )}
    </DeedForm>
  );
}
