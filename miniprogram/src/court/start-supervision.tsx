import { useState } from 'react';
import type { OutputOf } from '../../../shared/actions';
import { useAct } from '../act';
import { Button, Notice, View } from '../components';

/** Starts what is ticked; what cannot be started is named with its reason, the others go on. */
export function StartSupervision({ caseIds, onDone }: { caseIds: string[]; onDone: () => void }) {
  const act = useAct('start-supervision');
  const [answer, setAnswer] = useState<OutputOf<'start-supervision'> | null>(null);
  async function start(): Promise<void> {
    const result = await act.run({ caseIds });
    if (!result) return;
    setAnswer(result);
    onDone();
  }
  return (
    <>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      {answer ? <Outcome answer={answer} /> : null}
      {caseIds.length > 0 ? (
        <>
          <Notice>发起后，义务人、权利人和镇村联络员会收到提醒；权利人随时可以申请执行，不受影响。</Notice>
          <Button busy={act.busy} busyText="正在发起…" name="start-supervision" onTap={() => void start()}>
            {`对勾选的 ${caseIds.length} 件发起督促`}
          </Button>
        </>
      ) : null}
    </>
  );
}

function Outcome({ answer: { started, refused } }: { answer: OutputOf<'start-supervision'> }) {
  return (
    <>
      {started.length > 0 ? (
        <Notice kind="done">{`已对 ${started.length} 件发起督促，提醒会在几分钟内发出。`}</Notice>
      ) : null}
      {refused.length > 0 ? (
        <Notice kind="warning">
          {`有 ${refused.length} 件没有发起：`}
          {refused.map(({ caseId, message }) => (
            <View key={caseId}>{message}</View>
          ))}
        </Notice>
      ) : null}
    </>
  );
}
