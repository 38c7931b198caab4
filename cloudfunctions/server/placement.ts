import { sql } from 'kysely';
import { TASK_DAYS } from '../../shared/cases/task';
import { COURSE } from '../../shared/cases/wording';
import { addDays } from '../../shared/day';
import { Refusal } from '../../shared/refusal';
import type { SignedIn } from './context';
import type { PartyRow } from './parties';
import { placeOfVillage } from './storage/areas';
import { moveTasks } from './storage/tasks';
import { addToTimeline } from './storage/timeline';

/** Puts a debtor into a village: himself, his case, and, where a supervision runs, the tasks about him. */
export async function placeParty(
  context: SignedIn,
  party: PartyRow,
  villageId: string,
  askedFor?: string,
): Promise<void> {
  const { tx, courtId } = context;
  const place = await placeOfVillage(tx, courtId, villageId);
  if (!place) throw new Refusal('village-unknown');
  await tx
    .updateTable('parties')
    .set({ village_id: villageId })
    .where('court_id', '=', courtId)
    .where('party_id', '=', party.party_id)
    .execute();
  await placeCase(context, party.case_id);
  const supervisionId = await runningSupervision(context, party.case_id);
  if (supervisionId) {
    const dueDay = addDays(context.today, TASK_DAYS);
    const errand = { caseId: party.case_id, supervisionId, partyId: party.party_id, place, dueDay };
    await moveTasks(context, errand, askedFor);
  }
  await addToTimeline(context, party.case_id, COURSE.placeSettled, ['court']);
}

/** A case lies where its first debtor with a village lies, and its team is the one that serves it today. */
async function placeCase({ tx, courtId, now }: SignedIn, caseId: string): Promise<void> {
  await sql`
    update cases c set village_id = f.village_id, town_id = f.town_id, team_id = f.team_id, updated_at = ${now}
    from (
      select v.village_id, v.town_id, m.team_id
      from parties p
      join villages v on v.court_id = p.court_id and v.village_id = p.village_id
      left join team_towns m on m.court_id = v.court_id and m.town_id = v.town_id and m.valid_to is null
      where p.court_id = ${courtId} and p.case_id = ${caseId} and p.side = 'obligor'
      order by p.sort, p.party_id limit 1) f
    where c.court_id = ${courtId} and c.case_id = ${caseId}`.execute(tx);
}

async function runningSupervision({ tx, courtId }: SignedIn, caseId: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('supervisions')
    .select('supervision_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found?.supervision_id;
}
