import type { Context } from '../context';

type Reader = 'court' | 'obligor' | 'obligee';

/** One sentence of a case's course, for the people who follow it. Never names, numbers or addresses. */
export async function addToTimeline(
  context: Pick<Context, 'tx' | 'courtId' | 'now'>,
  caseId: string,
  words: string,
  readers: Reader[] = ['court', 'obligor', 'obligee'],
): Promise<void> {
  await context.tx
    .insertInto('timeline')
    .values({ court_id: context.courtId, case_id: caseId, at: context.now, words, readers })
    .execute();
}
