import type { Day } from '../day';
import {
  type DelistingAnswer,
  type DelistingGround,
  type ListingReason,
  listingExpires,
  mayBeListed,
  mustBeDelisted,
} from './dishonest-list';
import { type Attempt, serviceOf } from './service';
import { closedGates } from './terminate-this-round';
import { dayNamed, dayOf, flag, type Inputs, isFalse, isTrue, numberOf, optionalDay } from './vector-inputs';
import { DELISTING_WORDS, GATE_WORDS, LISTING_WORDS, SERVICE_WORDS } from './vector-words';

/** The vectors of the gates: what may be listed, deleted, closed, and what counts as service. */

export function canList(i: Inputs): string {
  const answer = mayBeListed({
    enforcementFiled: isTrue(i.enforcement_filed),
    noticeServed: isTrue(i.notice_served),
    reason: numberOf(i.reason ?? 0) as ListingReason,
    minor: flag(i, /minor|under_?age|未成年/),
    fullySecured: flag(i, /secur|guarant|collateral|担保/),
    enoughSeized: flag(i, /seiz|enough|control|frozen|cover|查封|控制|足额/, /secur|guarant|collateral|担保/),
    laterInOrder: flag(i, /order|later|rank|sequence|priority|顺序/),
    creditorAsksToDefer: flag(i, /defer|postpone|delay|暂缓/),
    studentCampusLoan: flag(i, /student|campus|校园|在校/),
  });
  return LISTING_WORDS[answer];
}

const GROUNDS: readonly [RegExp, DelistingGround][] = [
  [/expire|term_over|term_end|ended_term|期满/, 'term-expired'],
  [/settle|和解/, 'settlement-performed'],
  [/perform|fulfil|paid|履行/, 'performed'],
  [/applicant|creditor|request|agree|申请/, 'creditor-asks'],
  [/search|no_property|zhongben|check|查无/, 'searched-in-vain'],
  [/retrial|bankrupt|stay|suspend|再审|破产/, 'stayed'],
  [/not_enforce|refus|不予/, 'not-enforceable'],
  [/terminat|ended|closed|终结/, 'enforcement-ended'],
];

const EVENT_DAY = /^(event|on|day|date|performed_on|today)$/;
const TERM_END = /expir|term_end|until|ends|期满/;

export function delist(i: Inputs): unknown {
  const years = i.term_years == null ? 0 : numberOf(i.term_years);
  const ground = GROUNDS.find(([word]) => flag(i, word))?.[1] ?? null;
  const day = dayNamed(i, EVENT_DAY);
  const expiry = years > 0 ? termEnd(i, years) : undefined;
  const expired = expiry !== undefined && (day === undefined || day >= expiry);
  if (expired) return show(mustBeDelisted({ ground: 'term-expired', day: expiry }, true));
  return show(mustBeDelisted(ground && day ? { ground, day } : null, years > 0));
}

function termEnd(i: Inputs, years: number): Day | undefined {
  const listed = Object.entries(i).find(
    ([name, value]) => optionalDay(value) && !EVENT_DAY.test(name) && !TERM_END.test(name),
  );
  return dayNamed(i, TERM_END) ?? (listed && listingExpires(dayOf(listed[1]), years));
}

const show = ({ answer, by }: DelistingAnswer) => ({ action: DELISTING_WORDS[answer], by });

export function zhongben(i: Inputs): string[] {
  const gates = closedGates({
    filed: dayOf(i.filed),
    on: dayOf(i.on),
    propertyUndisposed: flag(i, /undisposed|未处置/),
    debtorVisited: flag(i, /visit|上门/),
    creditorInterviewed: flag(i, /interview|约谈/),
    noticeAndReportOrder: !isFalse(i.notice_and_report_order),
    consumptionOrder: !isFalse(i.consumption_order),
    cluesOpen: flag(i, /clue|线索/),
  });
  return gates.map((gate) => GATE_WORDS[gate]);
}

export function served(i: Inputs): string {
  const answer = serviceOf(isTrue(i.document_sent), attemptOf(i));
  if (answer.served === 'no') return answer.because ? SERVICE_WORDS[answer.because] : 'NO';
  const word = answer.served === 'presumed' ? 'PRESUMED' : 'YES';
  return answer.on === null ? word : `${word}@${answer.on}`;
}

function attemptOf(i: Inputs): Attempt {
  const channel = String(i.channel ?? 'electronic');
  if (/leav|left|留置/.test(channel)) return leftBehind(i);
  if (/public|announce|公告/.test(channel)) {
    const published = dayNamed(i, /publish|post|announce|^on$|^date$|公告/);
    return { channel: 'public-notice', published, simplifiedProcedure: flag(i, /simpl|简易/) };
  }
  if (/direct|person|mail|post|直接|邮寄/.test(channel)) {
    const signed = dayNamed(i, /sign|receiv|deliver|^on$|签收/);
    return { channel: 'in-person', signed: signed ?? (flag(i, /sign|receiv|签收/) ? null : undefined) };
  }
  return {
    channel: 'electronic',
    consent: flag(i, /consent|agree|同意/),
    objected: flag(i, /object|reject|拒绝/),
    confirmedAddress: flag(i, /confirmed|确认/),
    arrived: dayNamed(i, /arriv|到达/),
    replied: dayNamed(i, /repl|acted|回复/),
    read: dayNamed(i, /read|阅/),
  };
}

function leftBehind(i: Inputs): Attempt {
  const mediation =
    flag(i, /mediation|调解/) || Object.values(i).some((v) => /mediation|调解/.test(String(v)));
  return {
    channel: 'leave',
    refused: flag(i, /refus|拒收/),
    villageWitness: flag(i, /witness|见证/),
    recorded: flag(i, /record|video|photo|film|录像|拍照/),
    mediation,
  };
}
