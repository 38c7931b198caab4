import { sql } from 'kysely';
import { pauseBeforeAsk } from '../../../shared/reminders/asks';
import type { ChannelName } from '../../../shared/reminders/weight';
import type { App } from '../app';
import { lockTogether } from '../carrier-reports/concerned';
import { decideFate } from '../carrier-reports/decide-fate';
import type { Question, Receipt } from '../channels/channel';
import { describeFault } from '../faults';
import { SEALED } from '../sensitive';
import type { Tx } from '../storage/connect';
import { inSlots, standingOf } from './carriers';
import { leaveToSomebody } from './consequences';

const HANDFUL = 50;
const LONGEST_MS = 20_000;
/** Longer than a handful can take: whoever died in between has asked once more for nothing. */
const LEASE_MS = 5 * 60_000;

/**
 * Asks the carriers what became of the messages of unknown fate. A carrier that is down, or that cannot be asked,
 * costs only its own messages. Returns how many were cleared up or given to a person.
 */
export async function askCarriers(app: App): Promise<number> {
  const until = app.now().getTime() + LONGEST_MS;
  let ended = 0;
  for (const channel of Object.keys(app.channels) as ChannelName[]) {
    if (!app.channels[channel].ask || (await standingOf(app, channel)) === 'resting') continue;
    while (app.now().getTime() <= until) {
      const doubts = await takeDoubts(app, channel);
      ended += await askHandful(app, channel, doubts);
      if (doubts.length < HANDFUL) break;
    }
  }
  return ended;
}

interface Doubt {
  channel: ChannelName;
  courtId: string;
  noticeId: string;
  asks: number;
  serial: string | null;
  sentAt: Date;
  phoneSealed: string | null;
}

/** Nobody else asks for these meanwhile. Those that are known by now are forgotten. */
async function takeDoubts({ db, now }: App, channel: ChannelName): Promise<Doubt[]> {
  const at = now();
  await sql`
    delete from doubts d using notices n
    where d.channel = ${channel} and d.ask_at <= ${at} and n.court_id = d.court_id and n.notice_id = d.notice_id
      and n.state <> 'unknown'`.execute(db);
  const { rows } = await sql<Doubt>`
    with taken as (
      update doubts set ask_at = ${new Date(at.getTime() + LEASE_MS)}
      where (court_id, notice_id) in (
        select court_id, notice_id from doubts where channel = ${channel} and ask_at <= ${at}
        order by ask_at limit ${HANDFUL} for update skip locked)
      returning court_id, notice_id, asks)
    select t.court_id as "courtId", t.notice_id as "noticeId", n.channel, t.asks, n.serial,
      coalesce(n.sent_at, n.decided_at, n.created_at) as "sentAt", coalesce(p.phone_sealed, a.phone_sealed) as "phoneSealed"
    from taken t
    join notices n on n.court_id = t.court_id and n.notice_id = t.notice_id
    left join parties p on p.court_id = n.court_id and p.party_id = n.party_id
    left join accounts a on a.court_id = n.court_id and a.account_id = n.account_id`.execute(db);
  return rows;
}

async function askHandful(app: App, channel: ChannelName, doubts: readonly Doubt[]): Promise<number> {
  const answers = await inSlots(app, channel, doubts, async (doubt) => ({
    doubt,
    receipt: await ask(app, doubt),
  }));
  let ended = 0;
  for (const { doubt, receipt } of answers) if (await note(app, doubt, receipt)) ended += 1;
  return ended;
}

const NO_ANSWER: Receipt = { outcome: 'unknown', reason: 'not-reported' };

async function ask(app: App, doubt: Doubt): Promise<Receipt> {
  if (!doubt.phoneSealed && !doubt.serial) return NO_ANSWER;
  try {
    const question: Question = {
      noticeId: doubt.noticeId,
      to: doubt.phoneSealed ? app.vault.open(SEALED.phone, doubt.phoneSealed) : '',
      sentAt: doubt.sentAt,
      ...(doubt.serial ? { serial: doubt.serial } : {}),
    };
    return await app.channels[doubt.channel].ask!(question);
  } catch (error) {
    app.log({ level: 'error', at: 'ask-carrier', channel: doubt.channel, ...describeFault(error) });
    return NO_ANSWER;
  }
}

/** True when nothing is left to ask. */
function note(app: App, doubt: Doubt, receipt: Receipt): Promise<boolean> {
  const now = app.now();
  const { outcome, reason = null, serial } = receipt;
  return app.db.transaction().execute(async (tx) => {
    if (serial && !doubt.serial) await keepSerial(tx, doubt, serial);
    if (outcome !== 'unknown' && outcome !== 'temporary') {
      await decideFate({ app, tx, now }, doubt, { outcome, reason }, 'asked');
      return true;
    }
    const pause = pauseBeforeAsk(doubt.asks + 1);
    if (pause !== null) {
      await tx
        .updateTable('doubts')
        .set({ asks: doubt.asks + 1, ask_at: new Date(now.getTime() + pause) })
        .where('court_id', '=', doubt.courtId)
        .where('notice_id', '=', doubt.noticeId)
        .execute();
      return false;
    }
    await giveToSomebody(tx, doubt, now);
    return true;
  });
}

/** So that what the carrier reports later finds its message. */
const keepSerial = (tx: Tx, { channel, courtId, noticeId, sentAt }: Doubt, serial: string) =>
  tx
    .insertInto('carrier_serials')
    .values({ channel, serial, court_id: courtId, notice_id: noticeId, sent_at: sentAt })
    .onConflict((c) => c.doNothing())
    .execute();

/** Asked enough: a person finds out. */
async function giveToSomebody(tx: Tx, { courtId, noticeId }: Doubt, now: Date): Promise<void> {
  for (const notice of await lockTogether(tx, { courtId, noticeId })) {
    if (notice.state === 'unknown') {
      await leaveToSomebody({ tx, now }, notice, 'unknown', notice.reason ?? '');
    }
  }
  await tx.deleteFrom('doubts').where('court_id', '=', courtId).where('notice_id', '=', noticeId).execute();
}
