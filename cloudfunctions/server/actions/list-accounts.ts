import { sql } from 'kysely';
import type { OutputOf } from '../../../shared/actions';
import { maskPhone } from '../../../shared/cases/mask';
import type { Handler, SignedIn } from '../context';
import { SEALED } from '../sensitive';
import { grantsOf } from '../staff';

const MOST = 50;

type Account = OutputOf<'list-accounts'>['accounts'][number];

export const listAccounts: Handler<'list-accounts'> = async ({ search }, context) => {
  const { tx, courtId, today } = context;
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx
    .selectFrom('accounts as a')
    .leftJoin('credentials as k', (j) =>
      j.onRef('k.court_id', '=', 'a.court_id').onRef('k.account_id', '=', 'a.account_id'),
    )
    .select(['a.account_id', 'a.name', 'a.phone_sealed', 'a.disabled_at'])
    .select(['k.login_name', 'k.must_change', 'k.totp_confirmed_at'])
    .where('a.court_id', '=', courtId)
    .where(
      sql<boolean>`(k.login_name is not null or exists (
        select from role_grants g where g.court_id = a.court_id and g.account_id = a.account_id))`,
    )
    .where((e) => e.or([e('a.name', 'ilike', like), e('k.login_name', 'ilike', like)]))
    .orderBy('a.name')
    .orderBy('a.account_id')
    .limit(MOST + 1)
    .execute();
  const shown = rows.slice(0, MOST);
  const grants = await grantsOf(
    context,
    shown.map((row) => row.account_id),
    today,
  );
  return {
    more: rows.length > MOST,
    accounts: shown.map((row) => ({
      accountId: row.account_id,
      name: row.name,
      phoneMasked: maskedPhone(context, row),
      loginName: row.login_name,
      signIn: stateOf(row),
      disabled: row.disabled_at !== null,
      grants: grants(row.account_id),
    })),
  };
};

function maskedPhone(
  { openSealed }: SignedIn,
  { account_id: of, phone_sealed: value }: { account_id: string; phone_sealed: string | null },
): string | null {
  return value && maskPhone(openSealed({ subject: 'court', of, field: SEALED.phone, value }));
}

function stateOf(row: {
  login_name: string | null;
  must_change: boolean | null;
  totp_confirmed_at: Date | null;
}): Account['signIn'] {
  if (row.login_name === null) return 'none';
  return row.must_change || row.totp_confirmed_at === null ? 'new' : 'ready';
}
