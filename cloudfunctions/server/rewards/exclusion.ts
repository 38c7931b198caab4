import { sql } from 'kysely';
import type { Exclusion } from '../../../shared/cases/reward';
import { COURT_ROLES, LIAISON_ROLES, TIP_ROLES } from '../../../shared/cases/roles';
import type { Context } from '../context';
import { SEALED } from '../sensitive';
import type { TipsterIdentity } from './tipster';

/**
 * Why this person may not take the reward (法释〔2017〕8号 24), as far as our own records tell: by number of ID and
 * telephone, never by name alone but for a proxy, of whom nothing else is kept. Null where nothing is found.
 */
export async function exclusionOf(
  { app, tx, courtId }: Context,
  caseId: string,
  { name, idNumber, phone }: TipsterIdentity,
): Promise<Exclusion | null> {
  const [idIndex, phoneIndex] = [
    app.vault.index(SEALED.idNumber, idNumber),
    app.vault.index(SEALED.phone, phone),
  ];
  const holds = (roles: readonly string[]) => sql`exists (
    select from accounts a
    join role_grants g on g.court_id = a.court_id and g.account_id = a.account_id and g.revoked_at is null
    where a.court_id = ${courtId} and a.phone_index = ${phoneIndex} and g.role = any(${roles}::text[]))`;
  const { rows } = await sql<Record<'party' | 'agent' | 'staff' | 'liaison', boolean>>`
    select exists (select from parties p
        where p.court_id = ${courtId} and p.case_id = ${caseId}
          and (p.id_number_index = ${idIndex} or p.phone_index = ${phoneIndex})) as party,
      exists (select from party_bindings b
          join parties p on p.court_id = b.court_id and p.party_id = b.party_id and p.case_id = ${caseId}
          join accounts a on a.court_id = b.court_id and a.account_id = b.account_id
          where b.court_id = ${courtId} and b.as_proxy and a.phone_index = ${phoneIndex})
        or exists (select from proxy_consents c
          join parties p on p.court_id = c.court_id and p.party_id = c.party_id and p.case_id = ${caseId}
          where c.court_id = ${courtId} and c.proxy_name = ${name}) as agent,
      ${holds([...COURT_ROLES, ...TIP_ROLES, 'admin'])} as staff, ${holds(LIAISON_ROLES)} as liaison`.execute(
    tx,
  );
  const found = rows[0]!;
  if (found.party) return 'party';
  if (found.agent) return 'agent';
  if (found.staff) return 'court-staff';
  return found.liaison ? 'liaison' : null;
}
