import { sql } from 'kysely';
import type { InputOf } from '../../../shared/actions';
import { type ChatGateway, GATEWAY_STATES } from '../../../shared/cases/chat';
import { NEWS, type Weight } from '../../../shared/reminders/weight';
import type { Receipt } from '../channels/channel';
import type { SignedIn } from '../context';
import type { Called } from '../sweeps/call-carriers';
import { loadEnvelopes } from '../sweeps/envelopes';
import { settleIn } from '../sweeps/settle';

type Report = InputOf<'report-chat-notices'>['reports'][number];

/** Whoever could not speak tries again when he is up; the message is not at fault. */
const PAUSE_MS = 30_000;
const OF_THE_GATEWAY: ReadonlySet<string> = new Set([
  ...GATEWAY_STATES,
  'not-connected',
  'not-up',
  'token-refused',
]);

/** Writes down what became of messages that the bot took. Returns how many were still to be settled. */
export async function settleReports(
  context: SignedIn,
  gateway: ChatGateway,
  reports: readonly Report[],
): Promise<number> {
  let settled = 0;
  for (const report of [...reports].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const called = await calledBy(context, gateway, report);
    if (!called) continue;
    const { app, tx, now } = context;
    const again = new Date(now.getTime() + PAUSE_MS);
    settled += (await settleIn(tx, app, report.key, [called], again)).length > 0 ? 1 : 0;
  }
  return settled;
}

interface Held {
  notice_id: string;
  person: string;
  weight: Weight;
  attempts: number;
}

async function calledBy(
  { tx, courtId, now }: SignedIn,
  gateway: ChatGateway,
  report: Report,
): Promise<Called | null> {
  const say = await tx
    .selectFrom('chat_says')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('say_key', '=', report.key)
    .where('gateway', '=', gateway)
    .forUpdate()
    .executeTakeFirst();
  if (!say) return null;
  const { rows } = await sql<Held>`
    select notice_id, person, weight, attempts from outbox
    where court_id = ${courtId} and claimed_by = ${report.key}`.execute(tx);
  const held = rows.find((row) => row.notice_id === say.notice_id);
  const all = await loadEnvelopes(
    tx,
    say.notice_ids.map((noticeId) => ({ courtId, noticeId })),
    now,
  );
  const leader = all.find(({ noticeId }) => noticeId === say.notice_id);
  if (!leader) return null;
  const claim = {
    courtId,
    noticeId: say.notice_id,
    person: held?.person ?? '',
    weight: held?.weight ?? NEWS,
    attempts: held?.attempts ?? 0,
  };
  return {
    errand: { leader, claim, all },
    letter: { message: { template: say.template ?? '' }, version: say.template_version ?? 0 },
    receipt: receiptOf(report),
  };
}

function receiptOf({ outcome, reason, carrierId }: Report): Receipt {
  if (outcome === 'temporary') {
    const isGateway = reason === undefined || OF_THE_GATEWAY.has(reason);
    return { outcome, reason: isGateway ? 'unreachable' : reason };
  }
  return {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(carrierId === undefined ? {} : { serial: carrierId }),
  };
}
