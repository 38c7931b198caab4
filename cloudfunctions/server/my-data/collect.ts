import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { OutputOf } from '../../../shared/actions';
import { keepWords, seenByWords } from '../../../shared/cases/kept-words';
import { maskAddress, maskIdNumber, maskPhone } from '../../../shared/cases/mask';
import { PERSONAL_DATA, type PersonalField } from '../../../shared/cases/personal-data';
import type { Role } from '../../../shared/cases/roles';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { type AsAccount, type AsParty, OF_ACCOUNT, OF_NOBODY, OF_PARTY, SIGNED_BY } from './found-by';

export type HeldField = OutputOf<'get-my-data'>['unread'][number];

/** How his copy shows it: where a line tells that it was opened, whose it is, and whether in whole. */
interface Reading {
  subject: string;
  of: string;
  whole: boolean;
  /** What he is to it, beside that it is his own. */
  as: readonly Role[];
}

const MOST_SHOWN = 100;

/** What the registry holds of him as a party of a case. */
export async function heldOfParty(context: SignedIn, me: AsParty, whole: boolean): Promise<HeldField[]> {
  const reading: Reading = { subject: me.caseId, of: me.partyId, whole, as: [me.side] };
  const fields = registered(({ table, name }) => table in OF_PARTY && !(name in SIGNED_BY));
  return held(context, fields, (at) => OF_PARTY[at.table]!(me), reading);
}

/** What it holds of his account. */
export async function heldOfAccount(
  context: SignedIn,
  me: AsAccount,
  roles: readonly Role[],
  whole: boolean,
): Promise<HeldField[]> {
  const reading: Reading = { subject: 'court', of: me.accountId, whole, as: roles };
  const isStaff = roles.some((role) => role !== 'obligor' && role !== 'obligee');
  const fields = registered(({ table, name }) => table in OF_ACCOUNT || (isStaff && name in SIGNED_BY));
  return held(context, fields, (at) => (SIGNED_BY[at.name] ?? OF_ACCOUNT[at.table]!)(me), reading);
}

/** What is kept without anybody being able to say whose it is. */
export const heldUnread = (): HeldField[] =>
  registered(({ table }) => OF_NOBODY.includes(table)).map((at) => ({
    ...described(at),
    entries: 0,
    values: null,
  }));

interface At {
  name: string;
  table: string;
  column: string;
  field: PersonalField;
}

function registered(isMeant: (at: At) => boolean): At[] {
  return Object.entries(PERSONAL_DATA)
    .map(([name, field]) => {
      const [table, column] = name.split('.') as [string, string];
      return { name, table, column, field };
    })
    .filter(isMeant);
}

const described = ({ name, field }: At) => ({
  field: name,
  what: field.what,
  purpose: field.purpose,
  seenBy: seenByWords(field),
  keep: keepWords(field),
});

/** In the order of the registry; of what there is nothing, nothing is said. */
async function held(
  context: SignedIn,
  fields: readonly At[],
  where: (at: At) => RawBuilder<SqlBool>,
  reading: Reading,
): Promise<HeldField[]> {
  const found: HeldField[] = [];
  for (const at of fields) {
    const { rows } = await sql<{ value: unknown }>`
      select t.${sql.ref(at.column)} as value from ${sql.table(at.table)} t
      where t.court_id = ${context.courtId} and (${where(at)})
        and t.${sql.ref(at.column)} is not null and t.${sql.ref(at.column)}::text not in ('', '已清除')`.execute(
      context.tx,
    );
    if (rows.length > 0)
      found.push({ ...described(at), entries: rows.length, values: shown(context, at, rows, reading) });
  }
  return found;
}

/** His own words and numbers are shown to him; what others keep for themselves is only counted. */
function shown(
  { openSealed }: SignedIn,
  { field }: At,
  rows: readonly { value: unknown }[],
  { subject, of, whole, as }: Reading,
): string[] | null {
  const isHis = field.seenBy.some((reader) => reader === 'whose-it-is' || as.some((role) => role === reader));
  if (!isHis || field.sealsWithin) return null;
  const values = rows.slice(0, MOST_SHOWN).map(({ value }) => value);
  if (!field.seal) return [...new Set(values.map(plainWords))];
  const mask = MASKS[field.seal];
  if (!mask) return null;
  const opened = values.map((value) => openSealed({ subject, of, field: field.seal!, value: String(value) }));
  return [...new Set(whole ? opened : opened.map(mask))];
}

const plainWords = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? '是' : '否') : String(value);

/** What he typed himself to be corrected may be any of these, and is not shown without the whole copy. */
const MASKS: Record<string, (whole: string) => string> = {
  [SEALED.phone]: maskPhone,
  [SEALED.otherPhones]: (all) => all.split('、').map(maskPhone).join('、'),
  [SEALED.idNumber]: maskIdNumber,
  [SEALED.serviceAddress]: maskAddress,
  [SEALED.householdAddress]: maskAddress,
  [SEALED.dataRequest]: () => '****',
};
