import type { ActionName } from '../../../shared/actions';
import type { Handler, PublicHandler } from '../context';
import { acceptPlan } from './accept-plan';
import { acknowledgeTask } from './acknowledge-task';
import { applyForEnforcement } from './apply-for-enforcement';
import { bindChat } from './bind-chat';
import { changePassword } from './change-password';
import { checkCaseList } from './check-case-list';
import { claimAccess } from './claim-access';
import { claimChatNotices } from './claim-chat-notices';
import { claimGroupPosts } from './claim-group-posts';
import { commitImport } from './commit-import';
import { confirmPayment } from './confirm-payment';
import { confirmTotp } from './confirm-totp';
import { correctContact } from './correct-contact';
import { createAccessCode } from './create-access-code';
import { createChatCode } from './create-chat-code';
import { createUpload } from './create-upload';
import { decideDataRequest } from './decide-data-request';
import { decideExport } from './decide-export';
import { decideRequest } from './decide-request';
import { declineTask } from './decline-task';
import { disputePayment } from './dispute-payment';
import { endChatBinding } from './end-chat-binding';
import { endGrant } from './end-grant';
import { endHandOver } from './end-hand-over';
import { endSession } from './end-session';
import { explainStatement } from './explain-statement';
import { getCase } from './get-case';
import { getCertificate } from './get-certificate';
import { getCourt } from './get-court';
import { getDesk } from './get-desk';
import { getExport } from './get-export';
import { getFileUrl } from './get-file-url';
import { getFunnel } from './get-funnel';
import { getHandOvers } from './get-hand-overs';
import { getImport } from './get-import';
import { getLadder } from './get-ladder';
import { getMarkedList } from './get-marked-list';
import { getMe } from './get-me';
import { getMyCase } from './get-my-case';
import { getMyData } from './get-my-data';
import { getTask } from './get-task';
import { giveFeedback } from './give-feedback';
import { grantRole } from './grant-role';
import { handOver } from './hand-over';
import { handToPerson } from './hand-to-person';
import { handleUndelivered } from './handle-undelivered';
import { listAccounts } from './list-accounts';
import { listAreas } from './list-areas';
import { listCases } from './list-cases';
import { listChatGroups } from './list-chat-groups';
import { listChatHandovers } from './list-chat-handovers';
import { listChatTasks } from './list-chat-tasks';
import { listDataRequests } from './list-data-requests';
import { listExports } from './list-exports';
import { listImports } from './list-imports';
import { listMyCases } from './list-my-cases';
import { listMyChats } from './list-my-chats';
import { listMyDataRequests } from './list-my-data-requests';
import { listSessions } from './list-sessions';
import { listSweepRuns } from './list-sweep-runs';
import { listTasks } from './list-tasks';
import { listUndelivered } from './list-undelivered';
import { listUnmatchedAddresses } from './list-unmatched-addresses';
import { listWordings } from './list-wordings';
import { muteChat } from './mute-chat';
import { openChat } from './open-chat';
import { previewLadder } from './preview-ladder';
import { previewWording } from './preview-wording';
import { proposePlan } from './propose-plan';
import { reassignTask } from './reassign-task';
import { recordEnforcementFiling } from './record-enforcement-filing';
import { recordVisit } from './record-visit';
import { refreshSession } from './refresh-session';
import { registerObjection } from './register-objection';
import { registerPayment } from './register-payment';
import { rejectPayment } from './reject-payment';
import { rejectPlan } from './reject-plan';
import { remindLiaison } from './remind-liaison';
import { reportChatNotices } from './report-chat-notices';
import { reportGateway } from './report-gateway';
import { reportGroupPost } from './report-group-post';
import { reportGroupRefusal } from './report-group-refusal';
import { reportHardship } from './report-hardship';
import { reportWrongPerson } from './report-wrong-person';
import { requestAccessCode } from './request-access-code';
import { requestCorrection } from './request-correction';
import { requestErasure } from './request-erasure';
import { requestExport } from './request-export';
import { revealContact } from './reveal-contact';
import { revealPartyField } from './reveal-party-field';
import { saveAccount } from './save-account';
import { saveChatGroup } from './save-chat-group';
import { saveLadder } from './save-ladder';
import { saveWording } from './save-wording';
import { setChatFailover } from './set-chat-failover';
import { setLawSettings } from './set-law-settings';
import { setSending } from './set-sending';
import { setUpTotp } from './set-up-totp';
import { settleAddress } from './settle-address';
import { signIn } from './sign-in';
import { signInBot } from './sign-in-bot';
import { signOut } from './sign-out';
import { startSupervision } from './start-supervision';
import { takeChatHandover } from './take-chat-handover';
import { undoImport } from './undo-import';
import { verifyCertificate } from './verify-certificate';
import { viewPapers } from './view-papers';
import { withdrawSupervision } from './withdraw-supervision';

/** The handler of every action; the file has the action's name. */
export const handlers: { [A in ActionName]: Handler<A> | PublicHandler<A> } = {
  'accept-plan': acceptPlan,
  'acknowledge-task': acknowledgeTask,
  'apply-for-enforcement': applyForEnforcement,
  'bind-chat': bindChat,
  'change-password': changePassword,
  'check-case-list': checkCaseList,
  'claim-access': claimAccess,
  'claim-chat-notices': claimChatNotices,
  'claim-group-posts': claimGroupPosts,
  'commit-import': commitImport,
  'confirm-payment': confirmPayment,
  'confirm-totp': confirmTotp,
  'correct-contact': correctContact,
  'create-access-code': createAccessCode,
  'create-chat-code': createChatCode,
  'create-upload': createUpload,
  'decide-data-request': decideDataRequest,
  'decide-export': decideExport,
  'decide-request': decideRequest,
  'decline-task': declineTask,
  'dispute-payment': disputePayment,
  'end-chat-binding': endChatBinding,
  'end-grant': endGrant,
  'end-hand-over': endHandOver,
  'end-session': endSession,
  'explain-statement': explainStatement,
  'get-case': getCase,
  'get-certificate': getCertificate,
  'get-court': getCourt,
  'get-desk': getDesk,
  'get-export': getExport,
  'get-file-url': getFileUrl,
  'get-funnel': getFunnel,
  'get-hand-overs': getHandOvers,
  'get-import': getImport,
  'get-ladder': getLadder,
  'get-marked-list': getMarkedList,
  'get-me': getMe,
  'get-my-case': getMyCase,
  'get-my-data': getMyData,
  'get-task': getTask,
  'give-feedback': giveFeedback,
  'grant-role': grantRole,
  'hand-over': handOver,
  'hand-to-person': handToPerson,
  'handle-undelivered': handleUndelivered,
  'list-accounts': listAccounts,
  'list-areas': listAreas,
  'list-cases': listCases,
  'list-chat-groups': listChatGroups,
  'list-chat-handovers': listChatHandovers,
  'list-chat-tasks': listChatTasks,
  'list-data-requests': listDataRequests,
  'list-exports': listExports,
  'list-imports': listImports,
  'list-my-cases': listMyCases,
  'list-my-chats': listMyChats,
  'list-my-data-requests': listMyDataRequests,
  'list-sessions': listSessions,
  'list-sweep-runs': listSweepRuns,
  'list-tasks': listTasks,
  'list-undelivered': listUndelivered,
  'list-unmatched-addresses': listUnmatchedAddresses,
  'list-wordings': listWordings,
  'mute-chat': muteChat,
  'open-chat': openChat,
  'preview-ladder': previewLadder,
  'preview-wording': previewWording,
  'propose-plan': proposePlan,
  'reassign-task': reassignTask,
  'record-enforcement-filing': recordEnforcementFiling,
  'record-visit': recordVisit,
  'refresh-session': refreshSession,
  'register-objection': registerObjection,
  'register-payment': registerPayment,
  'reject-payment': rejectPayment,
  'reject-plan': rejectPlan,
  'remind-liaison': remindLiaison,
  'report-chat-notices': reportChatNotices,
  'report-gateway': reportGateway,
  'report-group-post': reportGroupPost,
  'report-group-refusal': reportGroupRefusal,
  'report-hardship': reportHardship,
  'report-wrong-person': reportWrongPerson,
  'request-access-code': requestAccessCode,
  'request-correction': requestCorrection,
  'request-erasure': requestErasure,
  'request-export': requestExport,
  'reveal-contact': revealContact,
  'reveal-party-field': revealPartyField,
  'save-account': saveAccount,
  'save-chat-group': saveChatGroup,
  'save-ladder': saveLadder,
  'save-wording': saveWording,
  'set-chat-failover': setChatFailover,
  'set-law-settings': setLawSettings,
  'set-sending': setSending,
  'set-up-totp': setUpTotp,
  'settle-address': settleAddress,
  'sign-in': signIn,
  'sign-in-bot': signInBot,
  'sign-out': signOut,
  'start-supervision': startSupervision,
  'take-chat-handover': takeChatHandover,
  'undo-import': undoImport,
  'verify-certificate': verifyCertificate,
  'view-papers': viewPapers,
  'withdraw-supervision': withdrawSupervision,
};
