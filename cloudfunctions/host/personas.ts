import { sql } from 'kysely';
import { maskPhone } from '../../shared/cases/mask';
import { ROLE_WORDS, type Role } from '../../shared/cases/roles';
import { Refusal } from '../../shared/refusal';
import type { App } from '../server/app';
import { SEALED } from '../server/sensitive';
import { openSession } from '../server/sessions';

/** One of the fictional people whom anybody may be in a demonstration. */
export interface Persona {
  persona: string;
  name: string;
  role: Role;
  /** The role, as people call it. */
  title: string;
  /** What he is about to do. */
  words: string;
  phone: string;
  phoneMasked: string;
  openid: string | null;
  /** What a party types beside the code of the SMS; nobody real has this number. */
  idLast6: string | null;
  link: string;
}

type Row = Pick<Persona, 'persona' | 'name' | 'words' | 'phone' | 'openid'> & {
  role: Role | null;
  asProxy: boolean;
  idNumberSealed: string | null;
};

export async function listPersonas(app: App): Promise<Persona[]> {
  const { rows } = await sql<Row>`
    select d.persona, a.name, d.words, d.phone, a.openid, coalesce(g.role, p.side) as role,
      coalesce(p.as_proxy, false) as "asProxy",
      p.id_number_sealed as "idNumberSealed"
    from demo_personas d join accounts a using (court_id, account_id)
    left join lateral (
      select role from role_grants where court_id = a.court_id and account_id = a.account_id limit 1) g on true
    left join lateral (
      select side, as_proxy, id_number_sealed from party_bindings join parties using (court_id, party_id)
      where court_id = a.court_id and account_id = a.account_id limit 1) p on true
    order by d.sort`.execute(app.db);
  return rows.map((row) => describe(app, row));
}

function describe(app: App, { asProxy, idNumberSealed, ...row }: Row): Persona {
  const role = row.role ?? 'admin';
  return {
    ...row,
    role,
    title: asProxy ? '代办家属' : ROLE_WORDS[role],
    phoneMasked: maskPhone(row.phone),
    idLast6: idNumberSealed && app.vault.open(SEALED.idNumber, idNumberSealed).slice(-6),
    link: linkOf(app, row.persona),
  };
}

export const homeOf = (persona: string) => `/#/pages/home/index?persona=${persona}`;
const linkOf = ({ publicUrl }: App, persona: string) => `${publicUrl}${homeOf(persona)}`;

export async function signInPersona(app: App, persona: unknown) {
  const found =
    typeof persona === 'string'
      ? await app.db.selectFrom('demo_personas').selectAll().where('persona', '=', persona).executeTakeFirst()
      : undefined;
  if (!found) throw new Refusal('persona-unknown');
  const { court_id: courtId, account_id: accountId } = found;
  const pair = await app.db
    .transaction()
    .execute((tx) => openSession({ app, tx, courtId, now: app.now() }, accountId, { how: 'demo' }));
  const { token, expiresAt, refreshToken } = pair;
  return {
    token,
    expiresAt,
    refreshToken,
    persona: found.persona,
    accountId: found.account_id,
    home: homeOf(found.persona),
  };
}
