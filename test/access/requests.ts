import type { ActionName } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { pay } from '../party-stories';
import type { WholeCase } from './people';

const onBehalf = { relation: 'liaison', consent: 'in-person' };
const instalments = [{ dueDay: '2026-03-20', amount: 5_000_000 }];
const isLiaison = (role: Role | null) => role === 'village-liaison' || role === 'town-liaison';
const byProxy = (role: Role | null) => (isLiaison(role) ? { onBehalf } : {});
const taskFor = ({ tasks }: WholeCase, role: Role | null) =>
  tasks[role as keyof typeof tasks] ?? tasks['village-liaison'];

type Ask = (of: WholeCase, role: Role | null) => object;

const ofCase: Ask = ({ caseId }) => ({ caseId });
const ofTask: Ask = (one, role) => ({ taskId: taskFor(one, role) });

/** How a person in this role asks each thing of a case; what concerns no case is asked of nothing. */
export const REQUESTS: Partial<Record<ActionName, Ask>> = {
  'accept-plan': ({ planId }) => ({ planId }),
  'acknowledge-task': ofTask,
  'apply-for-bounty': ({ caseId }) => ({
    caseId,
    promise: { mode: 'share', shareBp: 1_000 },
    promisesToPay: true,
    ways: ['online'],
  }),
  'apply-for-enforcement': ofCase,
  'approve-bounty': ({ bountyId }) => ({ bountyId, decision: 'send-back', note: '请改写' }),
  'decide-bounty': ({ bountyId }) => ({ bountyId, decision: 'refused', note: '材料不全' }),
  'get-case-bounties': ofCase,
  'take-down-bounty': ({ bountyId }) => ({ bountyId, reason: '双方和解' }),
  'confirm-payment': ({ paymentId }) => ({ paymentId, evidence: '银行回单' }),
  'correct-contact': ({ obligorPartyId }) => ({
    partyId: obligorPartyId,
    phone: '19900008888',
    source: '电话核实',
  }),
  'create-access-code': ({ obligorPartyId }) => ({ partyId: obligorPartyId }),
  'decide-request': ({ requestId }) => ({ requestId, decision: 'dismissed', answer: '经查，不予采纳。' }),
  'decline-task': (one, role) => ({ ...ofTask(one, role), reason: '不是本村的人' }),
  'dispute-payment': ({ paymentId }) => ({ paymentId, reason: '没有收到' }),
  'explain-statement': ofCase,
  'get-case': ofCase,
  'get-certificate': ofCase,
  'get-file-url': ({ fileId }) => ({ fileId }),
  'get-my-case': ofCase,
  'get-task': ofTask,
  'handle-undelivered': ({ noticeId }) => ({ noticeId, outcome: 'left', note: '改日再联系' }),
  'preview-ladder': ofCase,
  'propose-plan': ({ caseId }, role) => ({ caseId, instalments, ...byProxy(role) }),
  'reassign-task': ({ tasks }) => ({ taskId: tasks['village-liaison'], villageId: 'village_qiaotou00' }),
  'record-enforcement-filing': ({ caseId }) => ({
    caseId,
    filedDay: '2026-03-02',
    enforcementNumber: '（2026）浙9999执1号',
  }),
  'record-visit': (one, role) => ({ ...ofTask(one, role), outcome: 'willing' }),
  'register-objection': ({ caseId }, role) => ({ caseId, text: '有异议', ...byProxy(role) }),
  'register-payment': ({ caseId }, role) => ({ caseId, ...pay(200, '2026-03-02'), ...byProxy(role) }),
  'reject-payment': ({ paymentId }) => ({ paymentId, reason: '凭证不符' }),
  'reject-plan': ({ planId }) => ({ planId, reason: '不同意' }),
  'remind-liaison': ({ tasks }) => ({ taskId: tasks['village-liaison'] }),
  'report-hardship': ({ caseId }, role) => ({ caseId, text: '有困难', ...byProxy(role) }),
  'report-wrong-person': ({ caseId }) => ({ caseId, what: 'not-me' }),
  'reveal-contact': (one, role) => ({ ...ofTask(one, role), reason: 'appointment' }),
  'reveal-party-field': ({ obligorPartyId }) => ({
    partyId: obligorPartyId,
    field: 'phone',
    reason: 'check-number',
  }),
  'settle-address': ({ obligorPartyId }) => ({ partyId: obligorPartyId, villageId: 'village_qiaotou00' }),
  'start-supervision': ({ caseId }) => ({ caseIds: [caseId] }),
  'view-papers': ofTask,
  'withdraw-supervision': ({ caseId }) => ({ caseId, reason: '已另行处理' }),
};
