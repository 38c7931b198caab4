import { sql } from 'kysely';
import type { Day } from '../../../shared/day';
import type { Tx } from './connect';

/** What the second lock lets a transaction see; see row-security.sql. */
export interface Reach {
  courtId: string;
  accountId: string;
  today: Day;
  /** Every case of the court; otherwise only what follows. */
  seesCourt: boolean;
  cases: readonly string[];
  villages: readonly string[];
  towns: readonly string[];
  teams: readonly string[];
  /** How far it may see what citizens tell, where that is what it is about; nothing otherwise. */
  tips: 'door' | 'tips' | 'errands' | 'identity' | null;
}

/** From here to its end the transaction is the application's role and sees only this. */
export async function confine(tx: Tx, reach: Reach): Promise<void> {
  const list = (ids: readonly string[]) => ids.join(',');
  await sql`
    select set_config('zhiqian.court', ${reach.courtId}, true), set_config('zhiqian.account', ${reach.accountId}, true),
      set_config('zhiqian.today', ${reach.today}, true), set_config('zhiqian.sees', ${reach.seesCourt ? 'court' : 'own'}, true),
      set_config('zhiqian.cases', ${list(reach.cases)}, true), set_config('zhiqian.villages', ${list(reach.villages)}, true),
      set_config('zhiqian.towns', ${list(reach.towns)}, true), set_config('zhiqian.teams', ${list(reach.teams)}, true),
      set_config('zhiqian.tips', ${reach.tips ?? ''}, true),
      set_config('role', 'zhiqian_app', true)`.execute(tx);
}

/** A case that was his when it was opened stays so to the end, though what he does gives it to somebody else. */
export async function keepInReach(tx: Tx, caseId: string): Promise<void> {
  await sql`
    select set_config('zhiqian.cases', concat_ws(',', nullif(current_setting('zhiqian.cases', true), ''), ${caseId}::text), true)`.execute(
    tx,
  );
}
