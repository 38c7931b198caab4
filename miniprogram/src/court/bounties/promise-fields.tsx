import { BOUNTY_MODES } from '../../../../shared/cases/bounty-notice';
import type { Fen } from '../../../../shared/money';
import { BigChoice, Field, MoneyField } from '../../components';
import type { Sentences } from '../../forms';
import { AMOUNT_UNREADABLE, readShare, readYuan } from '../../parties/amount';

/** As it is typed. */
export interface TypedPromise {
  mode: (typeof BOUNTY_MODES)[number] | null;
  share: string;
  fixed: string;
  cap: string;
}

export const EMPTY_PROMISE: TypedPromise = { mode: null, share: '', fixed: '', cap: '' };

const MODES = {
  share: { word: '按比例', hint: '到位金额的百分之几' },
  fixed: { word: '固定金额', hint: '说好一个数' },
};
const CHOICES = BOUNTY_MODES.map((value) => ({ value, ...MODES[value] }));

/** Nothing typed is undefined; what cannot be read is null, which no contract takes. */
export const moneyOf = (typed: string): Fen | null | undefined =>
  typed.trim() ? readYuan(typed) : undefined;

/** The contract counts in fen; people read yuan. */
export const moneyError = (typed: string, sentence: string | undefined): string | undefined =>
  sentence && typed.trim() ? AMOUNT_UNREADABLE : sentence;

/** The promise as the contract takes it; what belongs to the other mode does not go with it. */
export const readPromise = ({ mode, share, fixed, cap }: TypedPromise) => ({
  mode: mode ?? undefined,
  shareBp: mode === 'share' ? (readShare(share) ?? undefined) : undefined,
  fixed: mode === 'fixed' ? moneyOf(fixed) : undefined,
  cap: mode === 'share' ? moneyOf(cap) : undefined,
});

interface PromiseFieldsProps {
  value: TypedPromise;
  onChange: (value: TypedPromise) => void;
  sentences: Sentences;
}

export function PromiseFields({ value, onChange, sentences }: PromiseFieldsProps) {
  const fill = (part: Partial<TypedPromise>) => onChange({ ...value, ...part });
  const { mode, share, fixed, cap } = value;
  return (
    <>
      <BigChoice
        name="mode"
        label="奖励怎样算"
        choices={CHOICES}
        value={mode}
        onChoose={(next) => fill({ mode: next })}
        error={sentences['promise.mode']}
      />
      {mode === 'share' ? (
        <>
          <Field
            name="share"
            label="百分之几"
            hint="例如 10，或者 10.5；最多两位小数"
            value={share}
            onChange={(next) => fill({ share: next })}
            maxLength={8}
            error={sentences['promise.shareBp']}
          />
          <MoneyField
            name="cap"
            label="最多奖励多少"
            optional
            value={cap}
            onChange={(next) => fill({ cap: next })}
            error={moneyError(cap, sentences['promise.cap'])}
          />
        </>
      ) : null}
      {mode === 'fixed' ? (
        <MoneyField
          name="fixed"
          label="奖励多少"
          value={fixed}
          onChange={(next) => fill({ fixed: next })}
          error={moneyError(fixed, sentences['promise.fixed'])}
        />
      ) : null}
    </>
  );
}
