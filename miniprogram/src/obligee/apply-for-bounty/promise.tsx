import { BigChoice, Field, MoneyField } from '../../components';
import type { PartProps } from './form';

const MODES = [
  { value: 'share', word: '按收回的钱的比例', hint: '收回多，奖励多' },
  { value: 'fixed', word: '固定金额', hint: '收回多少都给这么多' },
] as const;

/** How much he promises. */
export function Promised({ draft, change, wrong }: PartProps) {
  return (
    <>
      <BigChoice
        name="mode"
        label="奖励怎么算"
        choices={MODES}
        value={draft.mode}
        onChoose={(mode) => change({ mode })}
        error={wrong['promise.mode']}
      />
      {draft.mode === 'share' ? (
        <Field
          name="share"
          label="百分之几"
          hint="例如填 10，就是收回一百元奖励十元"
          maxLength={7}
          value={draft.share}
          onChange={(share) => change({ share })}
          error={wrong['promise.shareBp']}
        />
      ) : null}
      {draft.mode === 'fixed' ? (
        <MoneyField
          name="fixed"
          label="奖励多少"
          value={draft.fixed}
          onChange={(fixed) => change({ fixed })}
          error={wrong['promise.fixed']}
        />
      ) : null}
      {draft.mode ? (
        <MoneyField
          name="cap"
          label="最多不超过"
          hint="不填就不封顶"
          optional
          value={draft.cap}
          onChange={(cap) => change({ cap })}
          error={wrong['promise.cap']}
        />
      ) : null}
    </>
  );
}
