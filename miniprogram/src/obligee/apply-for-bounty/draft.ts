import type { RequestOf } from '../../../../shared/actions';
import { applyForBounty } from '../../../../shared/actions/apply-for-bounty';
import type { BountyPayer, BountyWay, Sought, StoredPromise } from '../../../../shared/cases/bounty-notice';
import type { Fen } from '../../../../shared/money';
import { type Checked, checkForm, type Sentences } from '../../forms';
import { AMOUNT_UNREADABLE, readShare, readYuan } from '../../parties/amount';

/** The form as it is typed. */
export interface Draft {
  mode: StoredPromise['mode'] | null;
  share: string;
  fixed: string;
  cap: string;
  promisesToPay: boolean;
  payer: BountyPayer;
  policyNumber: string;
  cover: string;
  sought: Sought;
  ways: BountyWay[];
  note: string;
}

export const EMPTY: Draft = {
  ...{ mode: null, share: '', fixed: '', cap: '', promisesToPay: false },
  ...{ payer: 'creditor', policyNumber: '', cover: '', sought: 'property', ways: ['online'], note: '' },
};

export type Application = RequestOf<'apply-for-bounty'>;

/** Undefined where nothing was typed, null where it cannot be read: the contract has a sentence for both. */
const typed = <T>(text: string, read: (text: string) => T | null): T | null | undefined =>
  text.trim() ? read(text) : undefined;

export function checkApplication(caseId: string, draft: Draft): Checked<typeof applyForBounty.input> {
  const { mode, payer, promisesToPay, sought, ways, note } = draft;
  const insured = payer === 'insurer';
  const checked = checkForm(applyForBounty.input, {
    ...{ caseId, payer, promisesToPay, sought, ways, note },
    promise: {
      mode: mode ?? undefined,
      shareBp: mode === 'share' ? typed(draft.share, readShare) : undefined,
      fixed: mode === 'fixed' ? typed(draft.fixed, readYuan) : undefined,
      cap: typed(draft.cap, readYuan),
    },
    policyNumber: insured ? draft.policyNumber.trim() || undefined : undefined,
    cover: insured ? typed(draft.cover, readYuan) : undefined,
  });
  return checked.ok ? checked : { ok: false, sentences: inYuan(checked.sentences, draft) };
}

/** The contract counts in fen and hundredths; people type yuan and percent. */
function inYuan(sentences: Sentences, { fixed, cap, cover, share }: Draft): Sentences {
  const unreadable = (field: string, text: string, words: string) =>
    sentences[field] && text.trim() ? { [field]: words } : {};
  return {
    ...sentences,
    ...unreadable('promise.fixed', fixed, AMOUNT_UNREADABLE),
    ...unreadable('promise.cap', cap, AMOUNT_UNREADABLE),
    ...unreadable('cover', cover, AMOUNT_UNREADABLE),
    ...(readShare(share) === null
      ? unreadable('promise.shareBp', share, '请写百分之几，最多两位小数，例如 10 或者 7.5。')
      : {}),
  };
}

/** The promise as far as it is typed, for the example; null while something is missing. */
export function promisedIn({ mode, share, fixed, cap }: Draft): StoredPromise | null {
  const capFen: Fen | null = readYuan(cap);
  if (cap.trim() && capFen === null) return null;
  const shareBp = readShare(share);
  const fixedFen = readYuan(fixed);
  if (mode === 'share' && shareBp) return { mode, shareBp, fixedFen: null, capFen };
  if (mode === 'fixed' && fixedFen) return { mode, shareBp: null, fixedFen, capFen };
  return null;
}
