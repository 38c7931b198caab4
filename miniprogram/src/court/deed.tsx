import { useState } from 'react';
import type { ActionName, OutputOf, RequestOf } from '../../../shared/actions';
import { useAct } from '../act';
import { Button, Notice } from '../components';

interface DeedProps<A extends ActionName> {
  action: A;
  input: RequestOf<A>;
  children: string;
  /** What stands there once it is done. */
  done: string;
  onDone?: (answer: OutputOf<A>) => void;
  kind?: 'primary' | 'secondary' | 'danger';
}

/** One button, one action, its result beside it. */
export function Deed<A extends ActionName>({
  action,
  input,
  children,
  done,
  onDone,
  kind = 'secondary',
}: DeedProps<A>) {
  const act = useAct(action);
  const [finished, finish] = useState(false);
  async function perform(): Promise<void> {
    const answer = await act.run(input);
    if (!answer) return;
    finish(true);
    onDone?.(answer);
  }
  if (finished) return <Notice kind="done">{done}</Notice>;
  return (
    <>
      <Button small kind={kind} busy={act.busy} name={action} onTap={() => void perform()}>
        {children}
      </Button>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
    </>
  );
}
