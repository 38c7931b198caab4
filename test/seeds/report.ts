import type { CheckedList, ImportedCase, ImportedParty } from '../../shared/import/types';

/** The whole report in lines that a human being can read and compare: every problem, every case. */
export function reportOf({ cases, problems, totals }: CheckedList) {
  return {
    totals,
    problems: problems.map((p) =>
      [p.row, p.column, p.original, p.level, p.problem, p.suggestion].join(' | '),
    ),
    cases: cases.map(lineOf),
  };
}

function lineOf(made: ImportedCase): string {
  const { parties, rows, instalments, ...facts } = made;
  const said = Object.entries(facts).filter(([, value]) => value !== null);
  return [
    rows.join('+'),
    ...said.map(([name, value]) => `${name}=${value}`),
    ...instalments.map(({ dueDay, amount }) => `${dueDay}:${amount}`),
    ...parties.map(partyLine),
  ].join(' | ');
}

function partyLine(party: ImportedParty): string {
  const { phones, ...facts } = party;
  const said = Object.values(facts).filter((value) => value !== null);
  return [...said, ...phones].join(' ');
}
