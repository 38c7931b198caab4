import type { App } from '../../cloudfunctions/server/app';
import { hashLine } from '../../cloudfunctions/server/audit';
import type { Entry } from './check';

interface Line {
  subject: string;
  action: string;
  facts: { outcomes?: string[]; noticeId?: string; outcome?: string; reason?: string };
}

/** Every chain holds, and each outcome stands in one line. Of what was given up for lost, a late answer may follow. */
export async function checkAudit(app: App, entries: readonly Entry[]): Promise<string[]> {
  const { lines, problems } = await readChains(app);
  const told = new Map<string, string[]>();
  for (const { noticeId, words } of lines.flatMap(outcomesOf)) {
    told.set(noticeId, [...(told.get(noticeId) ?? []), words]);
  }
  for (const { noticeId, state, reason } of entries) {
    const ends = (told.get(noticeId) ?? []).filter((words) => !/^(pending|temporary)\b/.test(words));
    const [first, second] = ends;
    const isAnsweredLate = ends.length === 2 && first === 'unknown sender-died';
    if (state === 'suppressed') {
      if (ends.length > 0) problems.push(`suppressed, but the audit says ${ends.join(', ')}: ${noticeId}`);
      continue;
    }
    const last = isAnsweredLate ? second : first;
    const isOne = ends.length === 1 || isAnsweredLate;
    if (!isOne || last !== [state, reason].filter(Boolean).join(' ')) {
      problems.push(`${state} ${reason ?? ''}, but the audit says [${ends.join(', ')}]: ${noticeId}`);
    }
  }
  return problems;
}

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
  if (action === 'send-notice') {
    return [{ noticeId: facts.noticeId!, words: [facts.outcome, facts.reason].filter(Boolean).join(' ') }];
  }
  return (facts.outcomes ?? []).map((outcome) => {
    const [noticeId, _case, _channel, _step, state, reason] = outcome.split(' ');
    return { noticeId: noticeId!, words: [state, reason].filter(Boolean).join(' ') };
  });
}
