import { sql } from 'kysely';
import { COURSE } from '../../shared/cases/wording';
import type { Context } from './context';

export type CaseReader = 'court' | 'obligor' | 'obligee';

type Here = Pick<Context, 'tx' | 'courtId'>;

interface Line {
  at: string;
  words: string;
}

/** The course of a case as this reader may follow it. */
export async function timelineOf({ tx, courtId }: Here, caseId: string, reader: CaseReader): Promise<Line[]> {
  const rows = await tx
    .selectFrom('timeline')
    .select(['at', 'words'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where(sql<boolean>`${reader} = any(readers)`)
    .orderBy('at')
    .orderBy('sort')
    .execute();
  const lines = rows.map(({ at, words }) => ({ at: at.toISOString(), words }));
  return reader === 'court' ? withEndings(lines, await endingsOf({ tx, courtId }, caseId)) : lines;
}

/** Why a supervision was withdrawn is free text of the court for the court. */
async function endingsOf({ tx, courtId }: Here, caseId: string): Promise<Line[]> {
  const rows = await tx
    .selectFrom('supervisions')
    .select(['ended_at', 'ending_note'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('ending_note', 'is not', null)
    .execute();
  return rows.map((row) => ({
    at: row.ended_at!.toISOString(),
    words: COURSE.withdrawnBecause(row.ending_note!),
  }));
}

const withEndings = (lines: Line[], endings: Line[]): Line[] =>
  [...lines, ...endings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
