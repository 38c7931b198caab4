import { useState } from 'react';
import type { ActionName } from '../../../shared/actions';
import { Button, Notice } from '../components';
import type { Sentences } from '../forms';
import { type Submission, submit, takeBack, useOutbox } from '../outbox';
import type { OutboxItem } from '../outbox-core';

export interface HandIn {
  busy: boolean;
  /** Why the court's side said no; the form stays as it is, to be corrected. */
  sentence: string | null;
  /** What became of it, once it has left the form. */
  item: OutboxItem | null;
  /** True once it has left the form. */
  handIn: <A extends ActionName>(submission: Submission<A>) => Promise<boolean>;
}

/** One form handed in through the outbox, with its result shown in the page. */
export function useHandIn(): HandIn {
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [uuid, setUuid] = useState('');
  const item = useOutbox().find((mine) => mine.uuid === uuid) ?? null;

  async function handIn<A extends ActionName>(submission: Submission<A>): Promise<boolean> {
    setBusy(true);
    setSentence(null);
    const handed = await submit(submission);
    setBusy(false);
    if (handed.state === 'refused') {
      takeBack(handed);
      setSentence(handed.sentence);
      return false;
    }
    setUuid(handed.uuid);
    return true;
  }

  return { busy, sentence, item, handIn };
}

/** Beside the button, because the field that is wrong may have scrolled out of sight. */
export function Wrong({ sentences, sentence }: { sentences: Sentences; sentence: string | null }) {
  if (sentence) return <Notice kind="danger">{sentence}</Notice>;
  if (Object.keys(sentences).length === 0) return null;
  return <Notice kind="warning">还没有提交：请往上看红字，补好再提交。</Notice>;
}

export interface HandedProps {
  item: OutboxItem;
  /** What has been done, and what comes next. */
  done: string;
  onBack: () => void;
  back?: string;
}

/** The result of a form, in the page: sent, or safe on this telephone. */
export function Handed({ item, done, onBack, back = '回到案件' }: HandedProps) {
  return (
    <>
      <HandedWords item={item} done={done} />
      <Button onTap={onBack}>{back}</Button>
    </>
  );
}

export function HandedWords({ item, done }: Pick<HandedProps, 'item' | 'done'>) {
  return <Notice kind={KINDS[item.state]}>{item.state === 'sent' ? done : keptWords(item)}</Notice>;
}

const KINDS = { sent: 'done', waiting: 'info', failed: 'warning', refused: 'danger' } as const;

function keptWords({ state, sentence }: OutboxItem): string {
  if (state === 'refused') return sentence ?? '没有办成，请修改后再交。';
  if (state === 'failed') return `${sentence ?? ''}内容已记在手机上，不会丢失，也不会重复提交。`;
  return '现在没有网络。内容已记在手机上，连上网络后自动送出，不用再填。';
}
