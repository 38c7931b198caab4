import { addDays } from '../../../shared/day';
import {
  confirm,
  confirmByCourt,
  openPayment,
  partyOf,
  pay,
  payInstalment,
  proposePlan,
  startSupervision,
} from './acts';
import type { SeedCase } from './book';
import { someDiligence, type Telling, tellTasks } from './liaison-courses';
import { act } from './stage';

/** The courses that a case can take. Each is told once here, and its days are counted from the first start. */
export type Course = (telling: Telling, one: SeedCase) => void;

/** The judge begins the supervision. */
export const begin = ({ stage, agenda }: Telling, one: SeedCase) =>
  agenda.add(one.start!, one.caseNumber, () => startSupervision(stage, one));

/** Nobody has begun a supervision yet. */
export const waiting: Course = () => {};

/** Reminders run, nobody has paid. */
export const supervised: Course = (telling, one) => {
  begin(telling, one);
  tellTasks(telling, one, someDiligence(telling.stage));
};

/** A part was paid; the creditor has confirmed it. */
export const partlyPaid: Course = (telling, one) => {
  const { stage, agenda } = telling;
  supervised(telling, one);
  const paid = one.start! + stage.dice.between(3, 6);
  agenda.add(paid, one.caseNumber, () => pay(stage, one, stage.dice.pick([20, 30, 50])));
  agenda.add(paid + 1, one.caseNumber, () => confirm(stage, one));
};

/** A payment is registered, and nobody has answered it for so many days. */
export const registered =
  (daysAgo: number): Course =>
  (telling, one) => {
    const { stage, agenda } = telling;
    supervised(telling, one);
    agenda.add(-daysAgo, one.caseNumber, () => pay(stage, one, stage.dice.pick([30, 50, 100])));
  };

export const disputed: Course = (telling, one) => {
  const { stage, agenda } = telling;
  registered(5)(telling, one);
  agenda.add(-stage.dice.between(1, 3), one.caseNumber, async () => {
    const paymentId = await openPayment(stage, one);
    const reason = stage.dice.pick(['没有收到这笔钱，请法院核实', '收到的是另一件事的货款，不是这一笔']);
    await act(stage, await partyOf(stage, one, 'obligee'), 'dispute-payment', { paymentId, reason });
  });
};

export const rejected: Course = (telling, one) => {
  const { stage, agenda } = telling;
  registered(9)(telling, one);
  agenda.add(-7, one.caseNumber, async () => {
    const paymentId = await openPayment(stage, one);
    await act(stage, await partyOf(stage, one, 'obligee'), 'dispute-payment', {
      paymentId,
      reason: '没有收到，请核实',
    });
  });
  agenda.add(-4, one.caseNumber, async () => {
    const paymentId = await openPayment(stage, one);
    await act(stage, one.judge, 'reject-payment', {
      paymentId,
      reason: '银行流水中没有这笔转账，请补交凭证',
    });
  });
};

const OBJECTIONS = [
  '借条上的钱去年已经还了两万，判决没有算',
  '文书上的名字是我，但欠款的是我堂哥的公司',
  '质保金还没到期，不应当现在支付',
];
const HARDSHIPS = [
  '母亲住院，每月医药费三千多，请求缓两个月',
  '工地停工三个月没发工资，想分期',
  '大棚受灾，保险还没赔下来',
];

export const paused =
  (kind: 'objection' | 'hardship'): Course =>
  (telling, one) => {
    const { stage, agenda } = telling;
    supervised(telling, one);
    agenda.add(-stage.dice.between(1, 9), one.caseNumber, async () => {
      const obligor = await partyOf(stage, one, 'obligor');
      const told = { caseId: one.caseId, fileIds: [] };
      if (kind === 'objection')
        await act(stage, obligor, 'register-objection', { ...told, text: stage.dice.pick(OBJECTIONS) });
      else await act(stage, obligor, 'report-hardship', { ...told, text: stage.dice.pick(HARDSHIPS) });
    });
  };

/** An objection that the court has answered; reminders go on. */
export const answered: Course = (telling, one) => {
  const { stage, agenda } = telling;
  supervised(telling, one);
  const made = one.start! + stage.dice.between(2, 4);
  let requestId = '';
  agenda.add(made, one.caseNumber, async () => {
    const obligor = await partyOf(stage, one, 'obligor');
    const text = stage.dice.pick(OBJECTIONS);
    ({ requestId } = await act(stage, obligor, 'register-objection', {
      caseId: one.caseId,
      text,
      fileIds: [],
    }));
  });
  agenda.add(made + 3, one.caseNumber, () =>
    act(stage, one.judge, 'decide-request', {
      requestId,
      decision: 'dismissed',
      answer: '已核对案卷，判决已经扣除该笔还款，仍应按判决履行。',
    }),
  );
};

/** Both sides agreed on instalments, so many of which have been paid on their day. */
export const planned =
  (agreedAgo: number, paid: number): Course =>
  (telling, one) => {
    const { stage, agenda } = telling;
    supervised(telling, one);
    agree(telling, one, agreedAgo);
    for (let nth = 0; nth < paid; nth += 1) {
      const due = -agreedAgo + 9 + nth * 28;
      agenda.add(due - 1, one.caseNumber, () => payInstalment(stage, one));
      agenda.add(due, one.caseNumber, () => confirm(stage, one));
    }
  };

function agree({ stage, agenda }: Telling, one: SeedCase, ago: number): void {
  let planId = '';
  agenda.add(-ago, one.caseNumber, async () => {
    planId = await proposePlan(stage, one, stage.dice.between(3, 8));
  });
  agenda.add(-ago + 1, one.caseNumber, async () =>
    act(stage, await partyOf(stage, one, 'obligee'), 'accept-plan', { planId }),
  );
}

/** A plan waits for the creditor's answer. */
export const proposed: Course = (telling, one) => {
  supervised(telling, one);
  telling.agenda.add(-telling.stage.dice.between(1, 4), one.caseNumber, () =>
    proposePlan(telling.stage, one, telling.stage.dice.between(2, 6)),
  );
};

/** Paid in whole, in one or in two payments, confirmed by the creditor or by the court. */
export const performed =
  (ago: number): Course =>
  (telling, one) => {
    const { stage, agenda } = telling;
    begin(telling, one);
    tellTasks(telling, one, 'prompt', -ago - 4);
    if (stage.dice.percent(30)) {
      agenda.add(-ago - 4, one.caseNumber, () => pay(stage, one, 40));
      agenda.add(-ago - 3, one.caseNumber, () => confirm(stage, one));
    }
    agenda.add(-ago - 1, one.caseNumber, () => pay(stage, one));
    const byCourt = stage.dice.percent(20);
    agenda.add(-ago, one.caseNumber, () => (byCourt ? confirmByCourt(stage, one) : confirm(stage, one)));
  };

const WITHDRAWALS = [
  '双方已在诉讼服务中心达成和解，另行处理',
  '义务人已被其他法院受理破产，结束督促',
  '当事人地址在外县，移送有管辖权的法院',
];

export const withdrawn =
  (ago: number): Course =>
  (telling, one) => {
    const { stage, agenda } = telling;
    begin(telling, one);
    tellTasks(telling, one, someDiligence(stage), -ago);
    agenda.add(-ago, one.caseNumber, () =>
      act(stage, one.judge, 'withdraw-supervision', {
        caseId: one.caseId,
        reason: stage.dice.pick(WITHDRAWALS),
      }),
    );
  };

/** The creditor has applied; the court has not filed yet. */
export const applied: Course = (telling, one) => {
  const { stage, agenda } = telling;
  supervised(telling, one);
  agenda.add(-stage.dice.between(1, 3), one.caseNumber, () => applyFor(telling, one));
};

export const filed =
  (ago: number): Course =>
  (telling, one) => {
    const { stage, agenda } = telling;
    begin(telling, one);
    tellTasks(telling, one, someDiligence(stage), -ago - 4);
    agenda.add(-ago - 4, one.caseNumber, () => applyFor(telling, one));
    agenda.add(-ago, one.caseNumber, () => {
      const filedDay = addDays(stage.today, -ago);
      const serial = one.caseNumber.match(/初(\d+)号/)![1];
      const enforcementNumber = `（${filedDay.slice(0, 4)}）浙9999执${serial}号`;
      return act(stage, one.judge, 'record-enforcement-filing', {
        caseId: one.caseId,
        filedDay,
        enforcementNumber,
      });
    });
  };

const applyFor = async ({ stage }: Telling, one: SeedCase) =>
  act(stage, await partyOf(stage, one, 'obligee'), 'apply-for-enforcement', { caseId: one.caseId });
