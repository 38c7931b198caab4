import { useState } from 'react';
import { rejectPlan } from '../../../shared/actions/reject-plan';
import { Button, Card, Notice, Tag, TextArea, View } from '../components';
import { checkForm } from '../forms';
import { PROPOSE_PLAN } from '../routes';
import { go } from './go';
import { HandedWords, useHandIn } from './hand-in';
import { type Plan, PlanRows } from './plans';

export interface PlanAnswerProps {
  caseId: string;
  plan: Plan;
  /** Address of the page it stands on, to which the outbox leads back. */
  page: string;
  /** What accepting means for the reader. */
  means: string;
  onAnswered: () => void;
}

/** A plan of the other side: accept it, say why not, or propose another. */
export function PlanAnswer({ caseId, plan, page, means, onAnswered }: PlanAnswerProps) {
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const { busy, sentence, item, handIn } = useHandIn();
  const { planId } = plan;

  async function accept(): Promise<void> {
    const title = '同意分期方案';
    if (await handIn({ action: 'accept-plan', input: { planId }, title, page, draft: {} })) onAnswered();
  }

  async function reject(): Promise<void> {
    const checked = checkForm(rejectPlan.input, { planId, reason });
    if (!checked.ok) return setWrong(checked.sentences.reason);
    const title = '不同意分期方案';
    if (await handIn({ action: 'reject-plan', input: checked.input, title, page, draft: {} })) onAnswered();
  }

  return (
    <Card title="对方提出的分期方案" tag={<Tag tone="going">等您答复</Tag>}>
      <PlanRows plan={plan} />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      {item ? <HandedWords item={item} done="您的答复已告诉对方和法院。" /> : null}
      {item || rejecting ? null : (
        <>
          <View className="zq-text">{means}</View>
          <Button busy={busy} onTap={() => void accept()}>
            同意这个方案
          </Button>
          <Button kind="secondary" onTap={() => go(PROPOSE_PLAN, { caseId })}>
            换一个方案提给对方
          </Button>
          <Button kind="danger" onTap={() => setRejecting(true)}>
            不同意
          </Button>
        </>
      )}
      {!item && rejecting ? (
        <>
          <TextArea
            name="reason"
            label="为什么不同意"
            hint="对方会看到，例如：时间太长，希望三个月内付清"
            value={reason}
            onChange={setReason}
            error={wrong}
          />
          <Button busy={busy} onTap={() => void reject()}>
            不同意，告诉对方
          </Button>
          <Button kind="quiet" onTap={() => setRejecting(false)}>
            先不答复
          </Button>
        </>
      ) : null}
    </Card>
  );
}
