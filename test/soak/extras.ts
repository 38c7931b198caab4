import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { type QueuedNotice, queueNotices } from '../../cloudfunctions/server/storage/queue-notices';
import { addDays, dayAt } from '../../shared/day';
import { nextAllowed } from '../../shared/reminders/quiet-hours';
import { type Book, type BookCase, COURT, type Liaison } from './book';
import { type Expected, type Span, taskNoticesOf } from './expected';
import type { Chance } from './random';

/** What the court and its people do meanwhile: give tasks, ask for codes, register payments. */
export interface Extras {
  tasks: number;
  codes: number;
  news: number;
}

export async function addExtras(
  app: App,
  book: Book,
  chance: Chance,
  span: Span,
  many: Extras,
): Promise<void> {
  const taken = book.cases.splice(0, many.tasks);
  // A case gets its task once.
  book.withTask.push(...taken);
  const given = taken.map((one) => ({ one, liaison: chance.pick(book.liaisons), taskId: app.newId('task') }));
  const asked = Array.from({ length: many.codes }, () => ofParty(app, book, chance, 'access-code'));
  const told = Array.from({ length: many.news }, () => ofParty(app, book, chance, 'payment-registered'));
  const notices = [...given.map(({ one, liaison }) => taskNew(app, one, liaison)), ...asked, ...told];
  await app.db.transaction().execute(async (tx) => {
    if (given.length > 0)
      await tx
        .insertInto('tasks')
        .values(given.map((task) => taskRow(app, task)))
        .execute();
    await queueNotices(tx, notices);
  });
  const createdDay = dayAt(app.now());
  for (const { one, liaison, taskId } of given) {
    book.waiting.push({ caseId: one.caseId, taskId, liaison: liaison.accountId, createdDay });
    const town = book.townLiaisons.get(liaison.townId)!.accountId;
    book.expected.push(
      ...taskNoticesOf({ caseId: one.caseId, liaison: liaison.accountId, town, createdDay }, span),
    );
  }
  book.expected.push(...[...asked, ...told].map(expectedOf));
}

const expectedOf = ({ caseId, partyId, step, stepDay, nth = 1 }: QueuedNotice): Expected => ({
  caseId,
  recipient: `party:${partyId}`,
  step,
  stepDay,
  nth,
});

let serial = 0;

function ofParty(
  app: App,
  book: Book,
  chance: Chance,
  step: 'access-code' | 'payment-registered',
): QueuedNotice {
  const { caseId, obligor, obligee } = chance.pick(book.withTask.length > 0 ? book.withTask : book.cases);
  const isObligor = chance.happens(0.5);
  serial += 1;
  return {
    ...common(app),
    caseId,
    partyId: isObligor ? obligor : obligee,
    accountId: null,
    channel: 'sms',
    audience: isObligor ? 'obligor' : 'obligee',
    step,
    nth: serial,
    facts: {},
    // A code leaves at any hour.
    notBefore: step === 'access-code' ? app.now() : nextAllowed(app.now()),
  };
}

const common = (app: App) => ({
  courtId: COURT,
  noticeId: app.newId('notice'),
  stepDay: dayAt(app.now()),
  createdAt: app.now(),
});

function taskNew(app: App, { caseId }: BookCase, { accountId, openid }: Liaison): QueuedNotice {
  return {
    ...common(app),
    caseId,
    partyId: null,
    accountId,
    channel: openid ? 'subscribe' : 'sms',
    audience: 'liaison',
    step: 'task-new',
    facts: {},
    notBefore: nextAllowed(app.now()),
  };
}

function taskRow(app: App, { one, liaison, taskId }: { one: BookCase; liaison: Liaison; taskId: string }) {
  return {
    court_id: COURT,
    task_id: taskId,
    case_id: one.caseId,
    supervision_id: one.supervisionId,
    party_id: one.obligor,
    role: 'village-liaison' as const,
    village_id: liaison.villageId,
    town_id: liaison.townId,
    due_day: addDays(dayAt(app.now()), 7),
    created_at: app.now(),
  };
}

/** Cases whose day is today come up at different hours of it, as if somebody had woken them then. */
export async function spreadOverDay({ db, now }: App, hours: readonly number[]): Promise<void> {
  await sql`
    update supervisions
    set next_reminder_at = next_reminder_at + interval '1 hour' *
      (${sql.val(hours)}::int[])[1 + abs(hashtext(case_id || next_reminder_at::text)) % ${hours.length}::int]
    where ended_at is null and next_reminder_at <= ${now()}::timestamptz + interval '1 hour'`.execute(db);
}

/** Nothing new comes any more: no rung, no silence, and no Monday's list. */
export async function endPlanning({ db, now }: App): Promise<void> {
  const comingDays = Array.from({ length: 14 }, (_, n) => addDays(dayAt(now()), n + 1));
  await db
    .insertInto('sweep_marks')
    .values(comingDays.map((day) => ({ mark: `digest ${COURT}`, day, at: now() })))
    .execute();
  await db.updateTable('supervisions').set({ next_reminder_at: null }).execute();
  await db.updateTable('tasks').set({ reminded_at: now(), escalated_at: now() }).execute();
}
