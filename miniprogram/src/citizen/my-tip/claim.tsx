import { useState } from 'react';
import { claimReward } from '../../../../shared/actions/claim-reward';
import { useAct } from '../../act';
import { Button, Field, Notice, Tap, Text, View } from '../../components';
import { checkForm, type Sentences } from '../../forms';
import { Wrong } from '../../parties/hand-in';

const NOTHING = { name: '', idNumber: '', phone: '', bankName: '', bankAccount: '' };
type Payee = typeof NOTHING;

const FIELDS: {
  name: keyof Payee;
  label: string;
  hint?: string;
  kind?: 'phone' | 'digits' | 'code';
  maxLength: number;
  optional?: true;
}[] = [
  { name: 'name', label: '您的姓名', hint: '与身份证一致', maxLength: 60 },
  { name: 'idNumber', label: '身份证号码', hint: '18 位，最后一位可能是字母 X', kind: 'code', maxLength: 22 },
  { name: 'phone', label: '手机号码', kind: 'phone', maxLength: 11 },
  { name: 'bankName', label: '开户银行', hint: '写到支行', maxLength: 60, optional: true },
  { name: 'bankAccount', label: '收款账号', hint: '您本人的银行卡号', kind: 'digits', maxLength: 32 },
];

/** The first time that he is asked who he is. */
export function Claim({ code, onClaimed }: { code: string; onClaimed: (sentence: string) => void }) {
  const [payee, setPayee] = useState(NOTHING);
  const [declares, declare] = useState(false);
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, run } = useAct('claim-reward');

  async function claim(): Promise<void> {
    const { idNumber, bankAccount } = payee;
    const input = { ...payee, code, declares, idNumber: joined(idNumber), bankAccount: joined(bankAccount) };
    const checked = checkForm(claimReward.input, input);
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const answer = await run(checked.input);
    if (answer) onClaimed(answer.sentence);
  }

  return (
    <>
      <Notice>
        下面的内容与线索分开保管，办案人员看不到。只有两位指定人员一起，才能打开，每次打开都有记录。
      </Notice>
      {FIELDS.map(({ name, ...field }) => (
        <Field
          {...field}
          key={name}
          name={name}
          value={payee[name]}
          onChange={(value) => setPayee({ ...payee, [name]: value })}
          error={wrong[name]}
        />
      ))}
      <View className="zq-field">
        <Tap
          className={`zq-check ${declares ? 'is-chosen' : ''}`}
          role="checkbox"
          name="declares"
          checked={declares}
          onTap={() => declare(!declares)}
        >
          <Text className="zq-check__box" silent>
            {declares ? '✓' : ''}
          </Text>
          <Text>我不是申请执行人的代理人，也不是依法有义务提供线索的人</Text>
        </Tap>
        {wrong.declares ? (
          <View className="zq-field__error" role="alert">
            {wrong.declares}
          </View>
        ) : null}
      </View>
      <Wrong sentences={wrong} sentence={sentence} />
      <Button name="claim-reward" busy={busy} busyText="正在提交…" onTap={() => void claim()}>
        确认身份，领取奖励
      </Button>
    </>
  );
}

/** As it stands on a card, in groups. */
const joined = (text: string): string => text.replace(/\s/g, '');
