import { CORRECTABLE_WORDS, type Correctable } from '../../../shared/cases/data-requests';
import { Refusal } from '../../../shared/refusal';
import { phoneColumns, putForPerson, putPhone } from '../contacts';
import type { SignedIn } from '../context';
import type { PartyRow } from '../parties';
import { SEALED } from '../sensitive';
import type { DataRequestRow } from './rows';

const SOURCE = '本人申请更正，法院核对后登记';

/** Puts on file what was granted. What is none of the fields is put right by hand, as the answer says. */
export async function correct(
  context: SignedIn,
  { field, account_id }: DataRequestRow,
  party: PartyRow | null,
  value: string,
): Promise<string[]> {
  if (field === null || field === 'other') return ['由法院人工更正'];
  if (field === 'phone' && !/^1\d{10}$/.test(value))
    throw new Refusal('input-wrong', { sentence: '手机号码应为 11 位数字。' });
  if (party) await CORRECT[field](context, party, value);
  else await correctAccount(context, account_id, field, value);
  const where = party ? '您在本院的全部案件' : '账号';
  return [`${CORRECTABLE_WORDS[field]}已更正，${where}都用新的，旧的不再保留`];
}

type Correct = (context: SignedIn, party: PartyRow, value: string) => Promise<unknown>;

const CORRECT: Record<Exclude<Correctable, 'other'>, Correct> = {
  name: (context, party, name) => putForPerson(context, party, { set: { name }, account: { name } }),
  phone: (context, party, phone) => putPhone(context, party, { phone, source: SOURCE }),
  'service-address': (context, party, value) =>
    putForPerson(context, party, {
      set: { service_address_sealed: context.app.vault.seal(SEALED.serviceAddress, value) },
    }),
  'household-address': (context, party, value) =>
    putForPerson(context, party, {
      set: { household_address_sealed: context.app.vault.seal(SEALED.householdAddress, value) },
    }),
};

async function correctAccount(
  context: SignedIn,
  accountId: string,
  field: Correctable,
  value: string,
): Promise<void> {
  await context.tx
    .updateTable('accounts')
    .set(field === 'phone' ? phoneColumns(context, value) : { name: value })
    .where('court_id', '=', context.courtId)
    .where('account_id', '=', accountId)
    .execute();
}
