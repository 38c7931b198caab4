import { useState } from 'react';
import type { RevealReason } from '../../../../shared/cases/reveal';
import { useAct } from '../../act';
import { Button, RevealWhy, Row } from '../../components';
import { platform } from '../../platform';

/** The number is shown only when it is needed, for a reason that is one tap, and that is written down. */
export function CallButton({ taskId, masked }: { taskId: string; masked: string }) {
  const reveal = useAct('reveal-contact');
  const [asking, ask] = useState(false);
  const [phone, show] = useState<string | null>(null);
  async function open(reason: RevealReason, words: string): Promise<void> {
    const answer = await reveal.run({ taskId, reason, words });
    if (!answer) return;
    show(answer.phone);
    platform.phoneCall(answer.phone);
  }
  if (phone) {
    return (
      <>
        <Row label="他的电话">{phone}</Row>
        <Button kind="secondary" small onTap={() => platform.phoneCall(phone)}>
          再打一次
        </Button>
      </>
    );
  }
  if (asking) {
    return (
      <RevealWhy
        what="号码"
        busy={reveal.busy}
        sentence={reveal.sentence}
        onWhy={(reason, words) => void open(reason, words)}
        onLeave={() => ask(false)}
      />
    );
  }
  return (
    <Button kind="secondary" small onTap={() => ask(true)}>
      {`打电话给他（${masked}）`}
    </Button>
  );
}
