import { Refusal } from '../../../shared/refusal';
import type { Context } from '../context';
import { SEALED } from '../sensitive';

/** Who gave a tip, and where the reward goes. */
export interface TipsterIdentity {
  name: string;
  idNumber: string;
  phone: string;
  bankName: string;
  bankAccount: string;
}

export const sealIdentity = ({ app }: Pick<Context, 'app'>, identity: TipsterIdentity): string =>
  app.tipsterVault.seal(SEALED.tipster, JSON.stringify(identity));

/** Opens it. Only after an opening that another person granted; the caller leaves a line. */
export async function openIdentity(
  { app, tx, courtId }: Pick<Context, 'app' | 'tx' | 'courtId'>,
  tipId: string,
): Promise<TipsterIdentity> {
  const row = await tx
    .selectFrom('tipsters')
    .select('identity_sealed')
    .where('court_id', '=', courtId)
    .where('tip_id', '=', tipId)
    .executeTakeFirst();
  if (!row) throw new Refusal('opening-none');
  return JSON.parse(app.tipsterVault.open(SEALED.tipster, row.identity_sealed));
}
