import { sql } from 'kysely';
import type { ContentCheck } from '../../../shared/cases/tip';
import type { App } from '../app';
import { SEALED } from '../sensitive';
import { openContent } from '../tips/rows';

/** The platform answers only for somebody who was active within two hours; then it is too late to ask. */
const ASKABLE_MS = 2 * 3_600_000;
const BATCH = 50;

interface Waiting {
  court_id: string;
  tip_id: string;
  openid_sealed: string;
  at: Date;
  content_sealed: string | null;
}

/**
 * Has the platform look at what its users told. Whatever it says, the tip stays; what it calls risky is covered on the
 * desk until somebody asks to see it. Asking twice does no harm, so that nothing is claimed. Returns how many are done.
 */
export async function checkTips(app: App): Promise<number> {
  const { contentChecker } = app;
  const { rows } = await sql<Waiting>`
    select k.court_id, k.tip_id, k.openid_sealed, k.at, t.content_sealed
    from tip_checks k join tips t on t.court_id = k.court_id and t.tip_id = k.tip_id
    order by k.at limit ${BATCH}`.execute(app.db);
  let done = 0;
  for (const row of rows) {
    const isTooLate = app.now().getTime() - row.at.getTime() > ASKABLE_MS;
    const content = openContent({ app }, row);
    const result =
      isTooLate || !content || !contentChecker
        ? null
        : await contentChecker.check(
            [content.words, content.place, content.whom ?? ''].join('\n'),
            app.tipsterVault.open(SEALED.tipOpenid, row.openid_sealed),
          );
    if (result === null && !isTooLate && contentChecker) continue;
    await settle(app, row, result ?? 'unchecked');
    done += 1;
  }
  return done;
}

function settle({ db }: App, row: Waiting, check_result: ContentCheck): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('tips')
      .set({ check_result })
      .where('court_id', '=', row.court_id)
      .where('tip_id', '=', row.tip_id)
      .execute();
    await tx
      .deleteFrom('tip_checks')
      .where('court_id', '=', row.court_id)
      .where('tip_id', '=', row.tip_id)
      .execute();
  });
}
