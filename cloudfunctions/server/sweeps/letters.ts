import { isHeldByTrial, type Sending, sendingOf } from '../../../shared/reminders/trial';
import type { ChannelName } from '../../../shared/reminders/weight';
import {
  type OwnWordings,
  ownWordingFor,
  type Place,
  smsWording,
  subscribeWording,
  type Wording,
} from '../../../shared/reminders/wording';
import { type KeptCode, makeAccessCode } from '../access-codes';
import type { App } from '../app';
import type { OutgoingMessage } from '../channels/channel';
import { SEALED } from '../sensitive';
import type { Db } from '../storage/connect';
import { wordingsOf } from '../storage/wordings';
import type { Claim } from './claims';
import type { Envelope } from './envelopes';

/** One message to one person: the notice that leaves, and those of his other cases that it tells of too. */
export interface Errand {
  leader: Envelope;
  claim: Claim;
  /** With the leader. */
  all: readonly Envelope[];
}

/** A message as it leaves, with the code that stands in it. */
export interface Letter {
  message: OutgoingMessage;
  version: number;
  code: KeptCode | null;
}

/** What is the same in every message of a court. */
interface Letterhead extends Place {
  own: OwnWordings | undefined;
  sending: Sending;
}

/** By court. */
export type Letterheads = ReadonlyMap<string, Letterhead>;

export async function loadLetterheads(
  { db, publicUrl }: { db: Db; publicUrl: string },
  courtIds: readonly string[],
): Promise<Letterheads> {
  const wanted = [...new Set(courtIds)];
  const rows = await db
    .selectFrom('courts')
    .select(['court_id', 'name', 'phone', 'hotline', 'settings'])
    .where('court_id', 'in', wanted)
    .execute();
  const wordings = await wordingsOf(db, wanted);
  return new Map(
    rows.map(({ court_id, name, phone, hotline, settings }) => [
      court_id,
      {
        courtName: name,
        courtPhone: phone,
        hotline,
        site: publicUrl,
        own: wordings.get(court_id),
        sending: sendingOf(settings),
      },
    ]),
  );
}

/** Whether the court only tries the system out, and this person is not among those whom it does so with. */
export const isHeld = (letterheads: Letterheads, { courtId, person }: Claim): boolean =>
  isHeldByTrial(letterheads.get(courtId)!.sending, person);

/** Null when there is nothing to send it to. The code is made at the last moment: it never lies in the outbox. */
export function writeLetter(
  app: App,
  channel: ChannelName,
  letterheads: Letterheads,
  errand: Errand,
): Letter | null {
  const { noticeId, courtId, partyId } = errand.leader;
  const to = channel === 'sms' ? openPhone(app, errand.leader) : errand.leader.openid;
  if (!to) return null;
  const code = channel === 'sms' && partyId ? makeAccessCode({ app }) : null;
  const wording = wordingOf(errand, channel, letterheads.get(courtId)!, code?.shown ?? '');
  return {
    message: { noticeId, channel, to, ...wording },
    version: wording.version,
    code: code && { courtId, index: code.index, partyId: partyId!, noticeId },
  };
}

function wordingOf(
  { leader, all }: Errand,
  channel: ChannelName,
  letterhead: Letterhead,
  code: string,
): Wording {
  const cases = new Set(all.map(({ caseId }) => caseId)).size;
  const saying = { ...leader, code, cases, notices: all.length };
  const own = ownWordingFor(letterhead.own, saying, channel);
  return channel === 'sms' ? smsWording(saying, letterhead, own) : subscribeWording(saying, letterhead, own);
}

/** A number that cannot be opened is as good as none; it must not hold up the others. */
function openPhone(app: App, { phoneSealed, noticeId }: Envelope): string | null {
  try {
    return phoneSealed && app.vault.open(SEALED.phone, phoneSealed);
  } catch {
    app.log({ level: 'error', at: 'open-phone', noticeId });
    return null;
  }
}
