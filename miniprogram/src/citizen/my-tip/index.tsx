import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { openTip } from '../../../../shared/actions/open-tip';
import { useAct } from '../../act';
import { Button, Field, Notice, Page } from '../../components';
import { checkForm } from '../../forms';
import { OtherWays } from '../../parties/other-ways';
import { platform } from '../../platform';
import { HOME } from '../../routes';
import { forgetCopies, watchCopies } from '../copy';
import { takeHanded } from '../handed-on';
import { Opened } from './opened';
import { useForgetting } from './use-forgetting';

export type MyTipData = OutputOf<'open-tip'>;

/** Coming back with the code. Code and tip live in this page's memory, and go with it. */
export default function MyTip() {
  const [handed] = useState(takeHanded);
  const [code, setCode] = useState(handed?.code ?? '');
  const [addition, setAddition] = useState(handed?.words ?? '');
  const [tip, setTip] = useState<MyTipData | null>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const { busy, sentence, run } = useAct('open-tip');
  const turn = useRef(0);
  useEffect(() => platform.hideShareMenu(), []);
  useEffect(watchCopies, []);

  async function open(): Promise<void> {
    const checked = checkForm(openTip.input, { code });
    setWrong(checked.ok ? undefined : checked.sentences.code);
    if (!checked.ok) return;
    const asked = turn.current;
    const answer = await run({ code });
    // What comes after he left is not shown to the next one.
    if (answer && asked === turn.current) setTip(answer);
  }

  function forget(): void {
    turn.current += 1;
    setCode('');
    setAddition('');
    setTip(null);
    setWrong(undefined);
    forgetCopies();
  }

  function leave(): void {
    forget();
    void Taro.reLaunch({ url: HOME });
  }

  useForgetting(forget);
  useEffect(() => {
    if (handed) void open();
    return forgetCopies;
  }, []);

  return (
    <Page title="查询进展" lead="凭收据码查看。不用登录，离开本页就不留下记录。">
      {tip ? (
        <Opened code={code} tip={tip} addition={addition} reload={() => void open()} />
      ) : (
        <>
          <Field
            name="code"
            label="收据码"
            hint="提交时记下的 16 位数字，中间有没有空格都可以"
            kind="digits"
            maxLength={30}
            value={code}
            onChange={setCode}
            error={wrong}
          />
          <Button name="open-tip" busy={busy} busyText="正在查询…" onTap={() => void open()}>
            查询进展
          </Button>
        </>
      )}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      {tip ? (
        <Button kind="secondary" name="leave" onTap={leave}>
          离开并清除
        </Button>
      ) : (
        <OtherWays>带上收据码到法院窗口查询。电话里请不要报收据码。</OtherWays>
      )}
    </Page>
  );
}
