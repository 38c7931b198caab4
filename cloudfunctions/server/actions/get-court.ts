import type { PublicHandler } from '../context';

export const getCourt: PublicHandler<'get-court'> = async (_input, { tx, courtId, app }) => {
  const court = await tx
    .selectFrom('courts')
    .select(['name', 'phone', 'hotline', 'county'])
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  return { ...court, demo: app.demo };
};
