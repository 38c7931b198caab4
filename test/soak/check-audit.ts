import type { App } from '../../cloudfunctions/server/app';
import { hashLine } from '../../cloudfunctions/server/audit';
import type { Entry } from './check';

interface Line {
  subject: string;
  action: string;
  facts: { outcomes?: string[]; noticeId?: string; outcome?: string; state?: string; reason?: string };
}

/** Every chain holds, and each outcome stands in one line. Of what was given up for lost, a late answer may follow. */
export async function checkAudit(app: App, entries: readonly Entry[]): Promise<string[]> {
  const { lines, problems } = await readChains(app);
  const told = new Map<string, string[]>();
  for (const { noticeId, words } of lines.flatMap(outcomesOf)) {
    told.set(noticeId, [...(told.get(noticeId) ?? []), words]);
  }
  for (const { noticeId, state, reason } of entries) {
    const said = (told.get(noticeId) ?? []).filter((words) => !/^(pending|temporary)\b/.test(words));
    const fine = state === 'suppressed' ? said.length === 0 : isToldOnce(said, wordsOf(state, reason));
    if (!fine)
      problems.push(`${wordsOf(state, reason)}, but the audit says [${said.join(', ')}]: ${noticeId}`);
  }
  return problems;
}

const wordsOf = (state?: string, reason?: string | null) => [state, reason].filter(Boolean).join(' ');

/** Only what was in doubt has a second line, and says otherwise: by a late answer, or by the carrier that was asked. */
function isToldOnce(said: readonly string[], end: string): boolean {
  const others = said.filter((words) => words !== end);
  return (
    others.length === said.length - 1 && new Set(others).size === others.length && others.every(isInDoubt)
  );
}

/** A carrier that has taken a message may report more of it. */
const isInDoubt = (words: string) => words.startsWith('unknown') || words === 'accepted';

async function readChains({ db }: App): Promise<{ lines: Line[]; problems: string[] }> {
  const rows = await db
    .selectFrom('audit_lines')
    .selectAll()
    .orderBy('court_id')
    .orderBy('subject')
    .orderBy('seq')
    .execute();
  const problems: string[] = [];
  let before = { subject: '', seq: 0, hash: '' };
  for (const row of rows) {
    const { court_id: courtId, subject, at, actor, action, seq, previous_hash, hash } = row;
    if (subject !== before.subject) before = { subject, seq: 0, hash: '' };
    const line = { courtId, subject, at, actor, action, facts: row.facts as never };
    const holds =
      seq === before.seq + 1 && previous_hash === before.hash && hash === hashLine(line, seq, previous_hash);
    if (!holds) problems.push(`the chain of ${subject} breaks at line ${seq}`);
    before = { subject, seq, hash };
  }
  return { lines: rows as unknown as Line[], problems };
}

function outcomesOf({ action, facts }: Line): { noticeId: string; words: string }[] {
  if (action === 'send-notice')
    return [{ noticeId: facts.noticeId!, words: wordsOf(facts.outcome, facts.reason) }];
  if (action === 'carrier-report')
    return [{ noticeId: facts.noticeId!, words: wordsOf(facts.state, facts.reason) }];
  return (facts.outcomes ?? []).map((outcome) => {
    const [noticeId, _case, _channel, _step, state, reason] = outcome.split(' ');
    return { noticeId: noticeId!, words: wordsOf(state, reason) };
  });
}
