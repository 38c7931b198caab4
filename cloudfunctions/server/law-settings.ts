import type { LawSettings } from '../../shared/law/settings';
import { lawSettingsFrom, type OwnReadings } from '../../shared/law/settings-schema';
import type { CaseRow } from './cases';
import type { Context } from './context';

type Here = Pick<Context, 'tx' | 'courtId'>;

/** The court's readings of disputed points. Throws a Refusal where somebody stored what cannot be read. */
export async function lawSettingsOf({ tx, courtId }: Here): Promise<LawSettings> {
  const { settings } = await tx
    .selectFrom('courts')
    .select('settings')
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  return lawSettingsFrom((settings as { law?: unknown }).law);
}

/** The readings of one case: a closed account is not reckoned anew when the court changes its mind. */
export async function readingsFor(here: Here, row: CaseRow): Promise<LawSettings> {
  return row.closed_readings === null ? lawSettingsOf(here) : lawSettingsFrom(row.closed_readings);
}

/** What the case was closed under stays with it. */
export async function keepReadings(here: Here, row: CaseRow): Promise<void> {
  await here.tx
    .updateTable('cases')
    .set({ closed_readings: JSON.stringify(await lawSettingsOf(here)) })
    .where('court_id', '=', here.courtId)
    .where('case_id', '=', row.case_id)
    .execute();
}

/** Puts these readings in place of the court's earlier ones; a point that is not named has its default again. */
export async function setLawSettings({ tx, courtId }: Here, own: OwnReadings): Promise<LawSettings> {
  const { settings } = await tx
    .selectFrom('courts')
    .select('settings')
    .where('court_id', '=', courtId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('courts')
    .set({ settings: JSON.stringify({ ...(settings as object), law: own }) })
    .where('court_id', '=', courtId)
    .execute();
  return lawSettingsFrom(own);
}
