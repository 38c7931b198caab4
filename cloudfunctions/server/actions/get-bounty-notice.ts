import { toDataURL } from 'qrcode';
import { Refusal } from '../../../shared/refusal';
import { publicNoticeOf } from '../bounties/rows';
import type { PublicHandler } from '../context';
import { courtOf } from '../court';

export const getBountyNotice: PublicHandler<'get-bounty-notice'> = async ({ number }, context) => {
  const { app, tx, courtId, today } = context;
  const row = await tx
    .selectFrom('bounty_notices')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('number', '=', number)
    .where('state', '=', 'published')
    .where('expires_day', '>=', today)
    .executeTakeFirst();
  if (!row) throw new Refusal('bounty-unknown');
  const address = `${app.publicUrl}/#/citizen/bounty-notice/index?number=${encodeURIComponent(number)}`;
  return {
    ...publicNoticeOf(row, await courtOf(context)),
    address,
    qr: await toDataURL(address, { margin: 2, width: 480 }),
  };
};
