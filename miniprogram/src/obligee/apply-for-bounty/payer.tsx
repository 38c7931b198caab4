import { BigChoice, Field, MoneyField } from '../../components';
import type { PartProps } from './form';

const PAYERS = [
  { value: 'creditor', word: '从我收回的钱里扣', hint: '不用先交钱' },
  { value: 'insurer', word: '由保险支付', hint: '要有保这笔奖励的保单' },
] as const;

/** Who bears it. */
export function Payer({ draft, change, wrong }: PartProps) {
  return (
    <>
      <BigChoice
        name="payer"
        label="奖励由谁支付"
        choices={PAYERS}
        value={draft.payer}
        onChoose={(payer) => change({ payer })}
        error={wrong.payer}
      />
      {draft.payer === 'insurer' ? (
        <>
          <Field
            name="policyNumber"
            label="保单号"
            maxLength={60}
            value={draft.policyNumber}
            onChange={(policyNumber) => change({ policyNumber })}
            error={wrong.policyNumber}
          />
          <MoneyField
            name="cover"
            label="保险金额"
            hint="保险最多支付这么多，超过的从您收回的钱里扣"
            value={draft.cover}
            onChange={(cover) => change({ cover })}
            error={wrong.cover}
          />
        </>
      ) : null}
    </>
  );
}
