import { diskAnchors } from '../server/audit-proof/anchors';
import { verifyAudit } from '../server/audit-proof/verify-audit';
import { SetupError } from '../server/settings';
import type { Db } from '../server/storage/connect';
import { readArguments } from './arguments';
import { withApp } from './command';
import { asProgram } from './operator';

const USAGE = `npm run audit:verify -- [--case NUMBER | --all] [--anchors FILE]

Proves the audit's chains and the order of tips link by link, all of them or the chain of one case, and against the daily anchors: those of this
system, or a copy of them that was kept elsewhere. Names the first broken link of each chain, and ends with 1 if any.`;

const OPTIONS = { case: { type: 'string' }, all: { type: 'boolean' }, anchors: { type: 'string' } } as const;

await asProgram(async () => {
  const order = readArguments(USAGE, OPTIONS);
  if (!order) return console.log(USAGE);
  const { case: caseNumber, anchors } = order.values;
  await withApp(async (app) => {
    const subject = caseNumber ? await subjectOf(app.db, caseNumber) : undefined;
    const found = await verifyAudit(
      app.db,
      anchors ? diskAnchors(anchors) : app.anchors,
      subject,
      app.tipVault,
    );
    for (const { courtId, subject: chain, seq, problem } of found.breaks) {
      console.log(`BROKEN  court ${courtId}, chain ${chain}, line ${seq}: ${problem}`);
    }
    for (const problem of found.anchorProblems) console.log(`ANCHORS ${problem}`);
    console.log(
      `${found.chains} chains with ${found.lines} lines, ${found.tips} tips in order; ${found.anchored} compared with the anchors; ${found.breaks.length} broken.`,
    );
    if (found.breaks.length + found.anchorProblems.length > 0) process.exitCode = 1;
  });
});

async function subjectOf(db: Db, caseNumber: string): Promise<string> {
  const found = await db
    .selectFrom('cases')
    .select('case_id')
    .where((e) => e.or([e('case_number', '=', caseNumber), e('case_id', '=', caseNumber)]))
    .executeTakeFirst();
  if (found) return found.case_id;
  throw new SetupError(`There is no case ${caseNumber}.`);
}
