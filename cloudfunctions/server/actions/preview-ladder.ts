import type { OutputOf } from '../../../shared/actions';
import { CASE_STATUS_WORDS, caseCan } from '../../../shared/cases/case-status';
import { NOTICE_STEP_WORDS } from '../../../shared/cases/notice-words';
import { type Day, dayAt, instantOf } from '../../../shared/day';
import type { Calendar } from '../../../shared/law/holidays';
import { ladderProblems } from '../../../shared/reminders/ladder-checks';
import { LADDER_STOPS, RECIPIENT_WORDS, type Recipient } from '../../../shared/reminders/ladder-words';
import { calendarOf, type Occasion, type ReminderSnapshot } from '../../../shared/reminders/plan';
import { nextSendable } from '../../../shared/reminders/quiet-hours';
import {
  type Audience,
  type OwnWordings,
  ownWordingFor,
  type Place,
  smsWording,
  subscribeWording,
} from '../../../shared/reminders/wording';
import { calendarsOf } from '../calendars';
import { type CaseRow, openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { letterheadOf } from '../letterhead';
import { laddersOf } from '../storage/ladders';
import { loadSnapshots, snapshotIfStarted } from '../storage/reminder-snapshots';
import { wordingsOf } from '../storage/wordings';

type Entry = OutputOf<'preview-ladder'>['calendar'][number];

export const previewLadder: Handler<'preview-ladder'> = async ({ caseId, policy }, context) => {
  const { row } = await openCase(context, caseId);
  const { tx, courtId, today } = context;
  const ladder = policy ? { from: today, ...policy } : (await laddersOf(tx, [courtId], today)).get(courtId)!;
  const snapshot = await snapshotFor(context, row);
  const place = await letterheadOf(context);
  const own = (await wordingsOf(tx, [courtId])).get(courtId);
  const occasions = snapshot ? calendarOf(snapshot, ladder) : [];
  const holidays = await calendarsOf(tx);
  return {
    caseNumber: row.case_number,
    today,
    problems: policy ? ladderProblems(policy) : [],
    rests: restsBecause(row),
    calendar: occasions.flatMap((occasion) => entriesOf(occasion, { row, place, own, today, holidays })),
    stops: [...LADDER_STOPS],
  };
};

/** As the case stands once its reminders run: what rests goes on, what may begin begins today; null where they ended. */
async function snapshotFor({ tx, today }: SignedIn, row: CaseRow): Promise<ReminderSnapshot | null> {
  const key = { courtId: row.court_id, caseId: row.case_id };
  if (caseCan('startSupervision', row.status)) return snapshotIfStarted(tx, key, today);
  const [snapshot] = await loadSnapshots(tx, [key]);
  if (!snapshot) return null;
  return row.status === 'paused'
    ? { ...snapshot, status: snapshot.plan ? 'planned' : 'supervised' }
    : { ...snapshot, status: row.status };
}

function restsBecause({ status }: CaseRow): string | null {
  if (caseCan('remind', status)) return null;
  const words = `案件现在“${CASE_STATUS_WORDS[status]}”`;
  if (caseCan('startSupervision', status)) return `${words}，发起督促以后才会提醒。下面按今天发起推算。`;
  if (status === 'paused') return `${words}。下面是恢复提醒以后的安排。`;
  return `${words}，不再提醒。`;
}

interface Here {
  row: CaseRow;
  place: Place;
  own: OwnWordings | undefined;
  today: Day;
  holidays: Calendar;
}

const MORNING_HOUR = 8;

/** A message to each of those whom a rung tells. The code is an example: the real one is made when it leaves. */
function entriesOf(occasion: Occasion, { row, place, own, today, holidays }: Here): Entry[] {
  const { step, stepDay, dueDay, sides, staff = [], channel = 'sms' } = occasion;
  const recipients: Recipient[] = [...sides, ...staff];
  const leaves = dayAt(nextSendable(instantOf(stepDay, MORNING_HOUR), holidays));
  return recipients.map((to) => {
    const saying = {
      step,
      audience: AUDIENCE_OF[to],
      taskNumber: row.task_number,
      day: dueDay,
      code: '0000 0000',
    };
    const mine = ownWordingFor(own, saying, channel);
    const { text, version } =
      channel === 'sms' ? smsWording(saying, place, mine) : subscribeWording(saying, place, mine);
    return {
      day: leaves,
      putOffFrom: leaves === stepDay ? null : stepDay,
      isPast: leaves < today,
      what: NOTICE_STEP_WORDS[step],
      to: RECIPIENT_WORDS[to],
      channel,
      text,
      version,
    };
  });
}

const AUDIENCE_OF: Record<Recipient, Audience> = {
  obligor: 'obligor',
  obligee: 'obligee',
  'village-liaison': 'liaison',
  'town-liaison': 'liaison',
  team: 'team',
};
