import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../shared/cases/roles';

/** In what role somebody gets the notice `n`; `p` is its party, where it has one. */
export const recipientRole = (): RawBuilder<Role> => sql<Role>`(case
  when n.party_id is not null then p.side
  when n.audience = 'team' then 'officer'
  else coalesce((
    select g.role from role_grants g
    where g.court_id = n.court_id and g.account_id = n.account_id
      and g.role in ('village-liaison', 'town-liaison')
    order by g.role desc limit 1), 'village-liaison') end)`;
