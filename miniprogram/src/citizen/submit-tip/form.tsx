import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button, Notice, Steps, View } from '../../components';
import type { Sentences } from '../../forms';
import { Wrong } from '../../parties/hand-in';
import type { Telling } from '../tellings';
import { Wipe } from '../wipe';
import { firstWrong, wrongIn } from './input';
import { SaveCode } from './save-code';
import { type Received, useSending } from './use-sending';
import type { UseTelling } from './use-telling';
import { What } from './what';
import { Where } from './where';

export interface StepProps {
  telling: Telling;
  change: (part: Partial<Telling>) => void;
  wrong: Sentences;
}

const STEPS = ['写线索', '地点时间', '收据码'] as const;
const LAST = STEPS.length - 1;

interface FormProps {
  use: UseTelling;
  onReceived: (received: Received) => void;
  onWiped: () => void;
}

export function Form({ use, onReceived, onWiped }: FormProps) {
  const { telling, change } = use;
  const { step } = telling;
  const [wrong, setWrong] = useState<Sentences>({});
  const sending = useSending(use);

  function go(to: number): void {
    setWrong({});
    change({ step: to });
    void Taro.pageScrollTo({ scrollTop: 0 });
  }

  function next(): void {
    const sentences = wrongIn(telling, step);
    setWrong(sentences);
    if (Object.keys(sentences).length === 0) go(step + 1);
  }

  async function submit(): Promise<void> {
    const at = firstWrong(telling);
    if (at !== null) {
      go(at);
      return setWrong(wrongIn(telling, at));
    }
    const received = await sending.send();
    if (received) onReceived(received);
  }

  function fill(part: Partial<Telling>): void {
    change(part);
    setWrong({});
  }

  function withoutNotice(): void {
    fill({ number: '' });
    go(0);
  }

  const props: StepProps = { telling, change: fill, wrong };
  return (
    <>
      <Steps names={STEPS} at={step} />
      {step === 0 ? <What {...props} /> : null}
      {step === 1 ? <Where {...props} /> : null}
      {step === LAST && telling.code ? (
        <SaveCode code={telling.code} busy={sending.busy} onSubmit={() => void submit()} />
      ) : null}
      {step === LAST && sending.sentence ? <Notice kind="warning">{sending.sentence}</Notice> : null}
      {step === LAST && sending.noticeGone ? (
        <Button kind="secondary" onTap={withoutNotice}>
          不写公告编号，继续提供
        </Button>
      ) : null}
      <Wrong sentences={wrong} sentence={null} />
      {step < LAST ? (
        <Button name="next" onTap={next}>
          下一步
        </Button>
      ) : null}
      {step > 0 ? (
        <Button kind="quiet" name="back" onTap={() => go(step - 1)}>
          上一步
        </Button>
      ) : null}
      <View className="zq-fine">
        {use.kept
          ? '写的内容只保存在这部手机上，提交以后自动清除。'
          : '手机存储满了，写的内容没有保存，请不要关闭本页。'}
      </View>
      <Wipe onWiped={onWiped} />
    </>
  );
}
