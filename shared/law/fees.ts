import type { Day } from '../day';
import { type Fen, fen, minFen } from '../money';
import { cite } from './citation';
import { inForce, type Versions } from './dated';
import { ExactSum } from './exact';
import { DEFAULT_SETTINGS, type LawSettings } from './settings';
import { COURT_FEES } from './sources';

/** What lies above the tier before and up to `upTo` yuan costs `perThousand`. */
interface Tier {
  upTo: number;
  perThousand: number;
}

/** A fee that starts with a fixed sum and goes on in tiers, added up. */
interface Tariff {
  /** Up to this many yuan, the fixed sum is all. */
  flatUpTo: number;
  flat: number;
  tiers: readonly Tier[];
  atMost?: number;
}

const REST = Number.MAX_SAFE_INTEGER;
const SINCE = COURT_FEES.inForce as Day;

export const EXECUTION_FEE: Versions<Tariff> = [
  {
    from: SINCE,
    citation: cite(COURT_FEES, '第十四条第（一）项、第二十条、第三十八条', 'read'),
    value: {
      flatUpTo: 10_000,
      flat: 50,
      tiers: [
        { upTo: 500_000, perThousand: 15 },
        { upTo: 5_000_000, perThousand: 10 },
        { upTo: 10_000_000, perThousand: 5 },
        { upTo: REST, perThousand: 1 },
      ],
    },
  },
];

export const CASE_ACCEPTANCE_FEE: Versions<Tariff> = [
  {
    from: SINCE,
    citation: cite(COURT_FEES, '第十三条第（一）项、第十五条、第十六条', 'read'),
    value: {
      flatUpTo: 10_000,
      flat: 50,
      tiers: [
        { upTo: 100_000, perThousand: 25 },
        { upTo: 200_000, perThousand: 20 },
        { upTo: 500_000, perThousand: 15 },
        { upTo: 1_000_000, perThousand: 10 },
        { upTo: 2_000_000, perThousand: 9 },
        { upTo: 5_000_000, perThousand: 8 },
        { upTo: 10_000_000, perThousand: 7 },
        { upTo: 20_000_000, perThousand: 6 },
        { upTo: REST, perThousand: 5 },
      ],
    },
  },
];

export const PRESERVATION_FEE: Versions<Tariff> = [
  {
    from: SINCE,
    citation: cite(COURT_FEES, '第十四条第（二）项', 'read'),
    value: {
      flatUpTo: 1_000,
      flat: 30,
      tiers: [
        { upTo: 100_000, perThousand: 10 },
        { upTo: REST, perThousand: 5 },
      ],
      atMost: 5_000,
    },
  },
];

/**
 * 申请执行费, borne by the judgment debtor and not paid in advance.
 *
 * 1,000,000 yuan: 50 + 490,000 × 1.5% + 500,000 × 1% = 12,400 yuan.
 */
export function executionFee(amount: Fen, on?: Day): Fen {
  return feeBy(EXECUTION_FEE, amount, 1, on);
}

/**
 * 案件受理费 of a case about property. Simplified procedure, mediation and withdrawal halve it; two such
 * reasons halve it once. The half is rounded, not the whole.
 *
 * 1,000,000 yuan: 50 + 2,250 + 2,000 + 4,500 + 5,000 = 13,800 yuan, half 6,900 yuan.
 */
export function caseAcceptanceFee(amount: Fen, half = false, on?: Day): Fen {
  return feeBy(CASE_ACCEPTANCE_FEE, amount, half ? 2 : 1, on);
}

/**
 * 保全费, at most 5,000 yuan.
 *
 * 200,000 yuan: 30 + 99,000 × 1% + 100,000 × 0.5% = 1,520 yuan.
 */
export function preservationFee(amount: Fen, on?: Day): Fen {
  return feeBy(PRESERVATION_FEE, amount, 1, on);
}

/**
 * The amount on which a court counts the execution fee. Courts differ on both choices.
 *
 * Claim 100,000, delayed interest 1,750, by default: 100,000 yuan.
 */
export function executionFeeBase(
  { claim, realized, delayedInterest }: { claim: Fen; realized: Fen; delayedInterest: Fen },
  settings: LawSettings = DEFAULT_SETTINGS,
): Fen {
  if (settings.executionFeeOn === 'realized') return realized;
  return settings.executionFeeIncludesDelayedInterest ? fen(claim + delayedInterest) : claim;
}

const FEN_A_YUAN = 100;

function feeBy(versions: Versions<Tariff>, amount: Fen, divisor: number, on?: Day): Fen {
  const tariff = inForce(versions, on)?.value;
  if (!tariff) throw new RangeError(`no tariff is known on ${on}`);
  const sum = new ExactSum(1000 * divisor);
  sum.add(tariff.flat * FEN_A_YUAN, 1, 1000);
  let floor = tariff.flatUpTo * FEN_A_YUAN;
  for (const { upTo, perThousand } of tariff.tiers) {
    if (amount <= floor) break;
    const ceiling = Math.min(amount, upTo * FEN_A_YUAN);
    sum.add(ceiling - floor, 1, perThousand);
    floor = ceiling;
  }
  return tariff.atMost === undefined
    ? sum.rounded()
    : minFen(sum.rounded(), (tariff.atMost * FEN_A_YUAN) as Fen);
}
