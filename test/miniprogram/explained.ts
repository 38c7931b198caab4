import { feeCitations } from '../../cloudfunctions/server/case-statement';
import {
  dailyOf,
  type Explanation,
  interestsOf,
  type Reckoned,
  rangeOf,
  textsOf,
} from '../../cloudfunctions/server/explanation';
import { addDays, type Day, day } from '../../shared/day';
import { applicationWords } from '../../shared/law/explain-wording';
import { DEFAULT_SETTINGS } from '../../shared/law/settings';
import { computeStatement } from '../../shared/law/statement';
import { statementRows } from '../../shared/law/statement-rows';
import { ESTIMATE_MARK } from '../../shared/law/wording';
import { fen } from '../../shared/money';

const DUE = day('2024-03-20');
const GENERAL = {
  rate: { numerator: 345, denominator: 10_000, per: 'year' as const },
  start: day('2023-06-01'),
};

/** What the server says of a fictional debt with this many payments, one every thirty days. */
export function explained(payments: number, withInterest = true, asOf: Day = day('2026-11-23')): Explanation {
  const reckoned: Reckoned = {
    costs: fen(230_000),
    portions: [{ principal: fen(50_000_000), expiry: DUE }],
    general: withInterest ? GENERAL : undefined,
    payments: Array.from({ length: payments }, (_, i) => ({
      day: addDays(DUE, (i + 1) * 30),
      amount: fen(1_800_000 + i * 1_234),
    })),
    settings: DEFAULT_SETTINGS,
  };
  const statement = computeStatement({ ...reckoned, asOf });
  const rows = statementRows(statement);
  const limit = { applyBefore: day('2026-03-20'), applyBeforeCertain: true };
  return {
    caseNumber: '（2024）浙9999民初1024号',
    courtName: '青溪县人民法院',
    reader: 'obligor',
    asOf,
    range: rangeOf(reckoned, day('2026-11-23')),
    payments: rows.slice(0, -1),
    left: rows.at(-1)!,
    total: statement.left.total,
    ...interestsOf(reckoned, statement),
    daily: dailyOf(reckoned, asOf),
    application: {
      fee: fen(657_000),
      applyBefore: limit.applyBefore,
      words: applicationWords(fen(657_000), limit),
      basis: ['《中华人民共和国民事诉讼法》第二百五十条'],
    },
    remarks: ['另有1笔付款（共1,000.00元）登记了还没有确认，确认以后才算进来。'],
    ...textsOf([...statement.citations, ...feeCitations(DEFAULT_SETTINGS)]),
    estimateMark: ESTIMATE_MARK,
    watermark: '郑小满 0001 11月23日 09:02',
  };
}
