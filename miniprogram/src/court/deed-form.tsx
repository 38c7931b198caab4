import { type ReactNode, useState } from 'react';
import { type ActionName, actions, type OutputOf } from '../../../shared/actions';
import { useAct } from '../act';
import { Button, Notice } from '../components';
import { checkForm, type Sentences } from '../forms';

interface DeedFormProps<A extends ActionName> {
  action: A;
  /** The input as the form stands; checked by the contract before it is sent. */
  input: unknown;
  children: (sentences: Sentences) => ReactNode;
  submit: string;
  done: (answer: OutputOf<A>) => string;
  onDone?: () => void;
  kind?: 'primary' | 'secondary' | 'danger';
}

/** An action that needs a few words first: fields, a button that says what happens, the result in its place. */
export function DeedForm<A extends ActionName>(props: DeedFormProps<A>) {
  const act = useAct(props.action);
  const [sentences, setSentences] = useState<Sentences>({});
  const [result, setResult] = useState<string | null>(null);
  async function perform(): Promise<void> {
    const checked = checkForm(actions[props.action].input, props.input);
    if (!checked.ok) return setSentences(checked.sentences);
    setSentences({});
    const answer = await act.run(checked.input as never);
    if (!answer) return;
    setResult(props.done(answer));
    props.onDone?.();
  }
  if (result) return <Notice kind="done">{result}</Notice>;
  return (
    <>
      {props.children(sentences)}
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      <Button kind={props.kind ?? 'primary'} busy={act.busy} name={props.action} onTap={() => void perform()}>
        {props.submit}
      </Button>
    </>
  );
}
