import { useState } from 'react';
import { claimAccess } from '../../../../shared/actions/claim-access';
import { useAct } from '../../act';
import { BigChoice, Button, Field, Notice, Page, View } from '../../components';
import { sentenceOf } from '../../errors';
import { checkForm, type Sentences } from '../../forms';
import { enter, goToFirstPage } from '../../sign-in';
import { NO_PROXY, ProxyFields } from './proxy-fields';

const WHO = [
  { value: 'self', word: '我本人' },
  { value: 'proxy', word: '我代他办', hint: '家人或他信任的人' },
] as const;

/** A party proves who he is with the code of the SMS and the last six of his ID. */
export default function ClaimAccess() {
  const [code, setCode] = useState('');
  const [idLast6, setIdLast6] = useState('');
  const [who, setWho] = useState<'self' | 'proxy'>('self');
  const [proxy, setProxy] = useState(NO_PROXY);
  const [wrong, setWrong] = useState<Sentences>({});
  const [after, setAfter] = useState<string | null>(null);
  const claim = useAct('claim-access');

  async function go(): Promise<void> {
    const checked = checkForm(claimAccess.input, {
      code,
      idLast6,
      proxy: who === 'proxy' ? proxy : undefined,
    });
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const answer = await claim.run(checked.input);
    if (answer) enter(answer.token).then(goToFirstPage, (error) => setAfter(sentenceOf(error)));
  }

  const refused = claim.sentence ?? after;
  return (
    <Page title="输入短信查询码" lead="查询码 7 天内有效，只能用一次。">
      <Field
        name="code"
        label="查询码"
        hint="短信里的 8 位数字"
        kind="digits"
        maxLength={9}
        value={code}
        onChange={setCode}
        error={wrong.code}
      />
      <Field
        name="idLast6"
        label="当事人证件号码后六位"
        hint="单位填统一社会信用代码的后六位"
        kind="code"
        maxLength={6}
        value={idLast6}
        onChange={setIdLast6}
        error={wrong.idLast6}
      />
      <BigChoice name="who" label="谁在办理" choices={WHO} value={who} onChoose={setWho} />
      {who === 'proxy' ? <ProxyFields value={proxy} onChange={setProxy} wrong={wrong} /> : null}
      {refused ? <Notice kind="danger">{refused}</Notice> : null}
      <Button name="enter" busy={claim.busy} busyText="正在核对…" onTap={() => void go()}>
        核对并查看
      </Button>
      <View className="zq-fine">查询码找不到或过期了，请拨打法院电话，核实身份后由工作人员重新发送。</View>
    </Page>
  );
}
