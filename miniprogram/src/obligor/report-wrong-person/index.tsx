import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { BigChoice, Button, Notice, Page } from '../../components';
import type { OutboxItem } from '../../outbox-core';
import { address, goBack } from '../../parties/go';
import { Handed, type HandedProps, useHandIn } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { MY_CASES, REPORT_WRONG_PERSON } from '../../routes';
import { leave } from '../../sign-in';

type What = 'not-me' | 'number-changed-hands';

const CHOICES = [
  { value: 'not-me', word: '不是我', hint: '我不是短信里说的那个人' },
  { value: 'number-changed-hands', word: '号码已换人', hint: '这个号码以前是别人的' },
] as const;

/** For either party: messages to this number stop, and the court looks for the right one. */
export default function ReportWrongPerson() {
  const { caseId = '' } = useRouter().params;
  const [what, setWhat] = useState<What | null>(null);
  const [missing, setMissing] = useState(false);
  const { busy, sentence, item, handIn } = useHandIn();
  const page = address(REPORT_WRONG_PERSON, { caseId });

  function hand(): void {
    setMissing(what === null);
    if (what)
      void handIn({
        action: 'report-wrong-person',
        input: { caseId, what },
        title: '不是我',
        page,
        draft: {},
      });
  }

  return (
    <Page title="不是我，或号码已换人" lead="告诉法院发错了，这个号码不会再收到这件案子的短信。" watermark>
      {item ? (
        <Handed
          item={item}
          done="已停止向这个号码发短信，法院会核对联系方式。打扰了，谢谢您告诉我们。"
          {...wayOut(item)}
        />
      ) : (
        <>
          <BigChoice
            name="what"
            label="是哪种情况"
            choices={CHOICES}
            value={what}
            onChoose={setWhat}
            error={missing ? '请先选一种情况。' : undefined}
          />
          <Notice>如果您就是当事人，只是不想收短信，请不要在这里点：停发短信不会免除要付的钱。</Notice>
          {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
          <Button busy={busy} busyText="正在提交…" onTap={hand}>
            告诉法院，不要再发
          </Button>
          <OtherWays>拨打下方法院电话，说明收到短信的手机号码就可以。</OtherWays>
        </>
      )}
    </Page>
  );
}

/** Once it has arrived the case is no longer his to see; until then it must not be lost. */
function wayOut({ state }: OutboxItem): Pick<HandedProps, 'back' | 'onBack'> {
  if (state === 'sent') return { back: '退出', onBack: leave };
  return { back: '返回', onBack: () => goBack(MY_CASES) };
}
