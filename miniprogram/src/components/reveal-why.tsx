import { useState } from 'react';
import { REVEAL_REASON_WORDS, REVEAL_REASONS, type RevealReason } from '../../../shared/cases/reveal';
import { Button } from './button';
import { View } from './elements';
import { Field } from './field';
import { Notice } from './notice';

interface RevealWhyProps {
  /** What is opened, as the question names it: 电话, 地址. */
  what: string;
  busy: boolean;
  sentence: string | null;
  onWhy: (reason: RevealReason, words: string) => void;
  onLeave: () => void;
}

/** Why it is opened: one tap for the usual reasons, a few words for any other. */
export function RevealWhy({ what, busy, sentence, onWhy, onLeave }: RevealWhyProps) {
  const [isOther, choose] = useState(false);
  const [words, setWords] = useState('');
  const tap = (reason: RevealReason) => (reason === 'other' ? choose(true) : onWhy(reason, ''));
  return (
    <View className="zq-field">
      <View className="zq-field__label">{`为什么要看${what}？`}</View>
      <View className="zq-chips" role="group" label={`为什么要看${what}`}>
        {REVEAL_REASONS.map((reason) => (
          <Button
            small
            key={reason}
            kind="secondary"
            name={`reason:${reason}`}
            disabled={busy}
            onTap={() => tap(reason)}
          >
            {REVEAL_REASON_WORDS[reason]}
          </Button>
        ))}
      </View>
      {isOther ? (
        <>
          <Field name="words" label="用一句话说明" value={words} onChange={setWords} maxLength={100} />
          <Button small name="reveal" busy={busy} onTap={() => onWhy('other', words)}>
            {`查看${what}`}
          </Button>
        </>
      ) : null}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <View className="zq-field__hint">{busy ? '正在打开…' : '谁看的、什么时候、为什么，都会记下来。'}</View>
      <Button small kind="quiet" onTap={onLeave}>
        不看了
      </Button>
    </View>
  );
}
