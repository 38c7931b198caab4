import type { VisitOutcome } from '../../../shared/cases/stages';
import { onTask } from './acts';
import type { Agenda } from './agenda';
import type { SeedCase } from './book';
import type { County } from './county';
import { act, type Stage } from './stage';

export interface Telling {
  stage: Stage;
  county: County;
  agenda: Agenda;
}

const NOTES: Record<VisitOutcome, readonly string[]> = {
  contacted: ['上门见到本人，已当面说明', '电话联系上，本人知道这件事', '在家，家人也在场，已转告内容'],
  willing: ['愿意付，说月底发工资就转', '愿意履行，想先和对方商量', '承认欠款，已答应这周先付一部分'],
  unreachable: ['两次上门都没人，邻居说外出打工', '电话打不通，门上留了条', '租住在外，村里不知道新地址'],
  hardship: ['家里有病人，暂时拿不出', '去年养殖亏了，想分期', '收入不稳定，希望缓一缓'],
};

const DECLINES = ['不该我办，他户口不在我们村', '不该我办，早就搬到县城去了', '不该我办，村里没有这个人'];

export type Diligence = 'prompt' | 'slow' | 'only-received' | 'silent' | 'declines';

/** What becomes of a case's tasks, as villages are: most answer at once, some late, some never. */
export function tellTasks(
  { stage, county, agenda }: Telling,
  one: SeedCase,
  how: Diligence,
  until = 0,
): void {
  const { dice } = stage;
  const begun = one.start!;
  const on = (offset: number, run: () => Promise<unknown>) => {
    if (offset < until) agenda.add(offset, one.caseNumber, run);
  };
  const village = (deed: Parameters<typeof onTask>[4]) => () =>
    onTask(stage, county, one, 'village-liaison', deed);
  const town = (deed: Parameters<typeof onTask>[4]) => () => onTask(stage, county, one, 'town-liaison', deed);
  const receive: Parameters<typeof onTask>[4] = (taskId, holder) =>
    act(stage, holder, 'acknowledge-task', { taskId });
  if (how !== 'silent' || dice.percent(70)) on(begun + dice.between(1, 2), town(receive));
  if (how === 'silent') return;
  if (how === 'declines') {
    on(
      begun + dice.between(1, 3),
      village((taskId, holder) =>
        act(stage, holder, 'decline-task', { taskId, reason: dice.pick(DECLINES) }),
      ),
    );
    return;
  }
  const received = begun + (how === 'slow' ? 5 : 1);
  on(received, village(receive));
  if (how === 'only-received') return;
  on(
    received + dice.between(1, 5),
    village((taskId, holder) => visit(stage, taskId, holder)),
  );
  if (dice.percent(30))
    on(
      received + dice.between(8, 20),
      village((taskId, holder) => visit(stage, taskId, holder)),
    );
}

function visit(stage: Stage, taskId: string, holder: Parameters<typeof act>[1]) {
  const outcome = stage.dice.pick<VisitOutcome>([
    'contacted',
    'contacted',
    'willing',
    'willing',
    'willing',
    'unreachable',
    'hardship',
  ]);
  return act(stage, holder, 'record-visit', {
    taskId,
    outcome,
    note: stage.dice.pick(NOTES[outcome]),
    fileIds: [],
  });
}

export function someDiligence(stage: Stage): Diligence {
  const chance = stage.dice.between(1, 100);
  if (chance <= 62) return 'prompt';
  if (chance <= 78) return 'slow';
  if (chance <= 89) return 'only-received';
  return chance <= 95 ? 'silent' : 'declines';
}
