import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { claimAccess } from '../../../../shared/actions/claim-access';
import type { Side } from '../../../../shared/cases/wording';
import { useAct } from '../../act';
import { BigChoice, Button, Field, Notice, Page } from '../../components';
import { sentenceOf } from '../../errors';
import { checkForm, type Sentences } from '../../forms';
import { address, myCasePath } from '../../parties/go';
import { enter } from '../../sign-in';
import { Verify } from '../home/verify';
import { NewCode } from './new-code';
import { NO_PROXY, ProxyFields } from './proxy-fields';

const WHO = [
  { value: 'self', word: '我是本人' },
  { value: 'proxy', word: '我是家属，代他办理' },
] as const;

/** Nothing typed here stays on the telephone: it proves who somebody is. */
export default function ClaimAccess() {
  const { code: given = '' } = useRouter().params;
  const [code, setCode] = useState(given);
  const [idLast6, setIdLast6] = useState('');
  const [who, setWho] = useState<'self' | 'proxy'>('self');
  const [proxy, setProxy] = useState(NO_PROXY);
  const [wrong, setWrong] = useState<Sentences>({});
  const [fault, setFault] = useState<string | null>(null);
  const [askingNew, askNew] = useState(false);
  const { busy, sentence, run } = useAct('claim-access');

  async function claim(): Promise<void> {
    const checked = checkForm(claimAccess.input, {
      code,
      idLast6,
      proxy: who === 'proxy' ? proxy : undefined,
    });
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const answer = await run(checked.input);
    if (answer) await open(answer);
  }

  async function open(answer: {
    token: string;
    refreshToken: string;
    caseId: string;
    side: Side;
  }): Promise<void> {
    try {
      await enter(answer);
      await Taro.reLaunch({ url: address(myCasePath(answer.side), { caseId: answer.caseId }) });
    } catch (error) {
      setFault(sentenceOf(error));
    }
  }

  return (
    <Page title="查询我的案件" lead="填短信里的查询码和证件号码后六位，看应付多少、怎么办理。">
      <Field
        name="code"
        label="短信里的查询码"
        hint="8 位数字，例如 1234 5678"
        kind="digits"
        maxLength={9}
        value={code}
        onChange={setCode}
        error={wrong.code}
      />
      <Field
        name="idLast6"
        label="当事人证件号码的后六位"
        hint="最后一位是字母 X 也要填；单位填统一社会信用代码的后六位"
        kind="code"
        maxLength={6}
        value={idLast6}
        onChange={(text) => setIdLast6(text.toUpperCase())}
        error={wrong.idLast6}
      />
      <BigChoice name="who" label="您是" choices={WHO} value={who} onChoose={setWho} />
      {who === 'proxy' ? <ProxyFields value={proxy} onChange={setProxy} wrong={wrong} /> : null}
      {sentence || fault ? <Notice kind="danger">{sentence ?? fault}</Notice> : null}
      <Button busy={busy} busyText="正在核对…" onTap={() => void claim()}>
        查看案件
      </Button>
      <Button kind="quiet" onTap={() => askNew(!askingNew)}>
        没有查询码，或已过期？
      </Button>
      {askingNew ? <NewCode /> : null}
      <Verify />
    </Page>
  );
}
