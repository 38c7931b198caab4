import type { ActionName } from '../../../shared/actions';
import type { Handler, PublicHandler } from '../context';
import { acceptPlan } from './accept-plan';
import { acknowledgeTask } from './acknowledge-task';
import { addToTip } from './add-to-tip';
import { answerErrand } from './answer-errand';
import { answerRewardDispute } from './answer-reward-dispute';
import { applyForBounty } from './apply-for-bounty';
import { applyForEnforcement } from './apply-for-enforcement';
import { approveBounty } from './approve-bounty';
import { askTipster } from './ask-tipster';
import { askTipsterOpening } from './ask-tipster-opening';
import { bindChat } from './bind-chat';
import { blockTipSender } from './block-tip-sender';
import { changePassword } from './change-password';
import { checkCaseList } from './check-case-list';
import { claimAccess } from './claim-access';
import { claimChatNotices } from './claim-chat-notices';
import { claimGroupPosts } from './claim-group-posts';
import { claimReward } from './claim-reward';
import { commitImport } from './commit-import';
import { confirmPayment } from './confirm-payment';
import { confirmTotp } from './confirm-totp';
import { correctContact } from './correct-contact';
import { createAccessCode } from './create-access-code';
import { createChatCode } from './create-chat-code';
import { createTipUpload } from './create-tip-upload';
import { createUpload } from './create-upload';
import { decideBounty } from './decide-bounty';
import { decideDataRequest } from './decide-data-request';
import { decideExport } from './decide-export';
import { decideRequest } from './decide-request';
import { decideReward } from './decide-reward';
import { decideTip } from './decide-tip';
import { decideTipsterOpening } from './decide-tipster-opening';
import { declineTask } from './decline-task';
import { dispatchTip } from './dispatch-tip';
import { disputePayment } from './dispute-payment';
import { disputeReward } from './dispute-reward';
import { endChatBinding } from './end-chat-binding';
import { endGrant } from './end-grant';
import { endHandOver } from './end-hand-over';
import { endSession } from './end-session';
import { excludeFromTips } from './exclude-from-tips';
import { excludePayee } from './exclude-payee';
import { explainStatement } from './explain-statement';
import { findTipCases } from './find-tip-cases';
import { followArea } from './follow-area';
import { getBountyNotice } from './get-bounty-notice';
import { getCase } from './get-case';
import { getCaseBounties } from './get-case-bounties';
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
import { getTipFigures } from './get-tip-figures';
import { giveFeedback } from './give-feedback';
import { grantRole } from './grant-role';
import { handOver } from './hand-over';
import { handToPerson } from './hand-to-person';
import { handleUndelivered } from './handle-undelivered';
import { listAccounts } from './list-accounts';
import { listAreas } from './list-areas';
import { listBounties } from './list-bounties';
import { listBountyNotices } from './list-bounty-notices';
import { listCases } from './list-cases';
import { listChatGroups } from './list-chat-groups';
import { listChatHandovers } from './list-chat-handovers';
import { listChatTasks } from './list-chat-tasks';
import { listDataRequests } from './list-data-requests';
import { listDuty } from './list-duty';
import { listErrands } from './list-errands';
import { listExports } from './list-exports';
import { listFollowedAreas } from './list-followed-areas';
import { listImports } from './list-imports';
import { listMyCases } from './list-my-cases';
import { listMyChats } from './list-my-chats';
import { listMyDataRequests } from './list-my-data-requests';
import { listRewards } from './list-rewards';
import { listSessions } from './list-sessions';
import { listSweepRuns } from './list-sweep-runs';
import { listTasks } from './list-tasks';
import { listTipExclusions } from './list-tip-exclusions';
import { listTips } from './list-tips';
import { listTipsterOpenings } from './list-tipster-openings';
import { listUndelivered } from './list-undelivered';
import { listUnmatchedAddresses } from './list-unmatched-addresses';
import { listWordings } from './list-wordings';
import { markTipFalse } from './mark-tip-false';
import { muteChat } from './mute-chat';
import { openChat } from './open-chat';
import { openTip } from './open-tip';
import { openTipster } from './open-tipster';
import { payReward } from './pay-reward';
import { previewLadder } from './preview-ladder';
import { previewWording } from './preview-wording';
import { proposePlan } from './propose-plan';
import { proposeReward } from './propose-reward';
import { readTip } from './read-tip';
import { reassignTask } from './reassign-task';
import { recordEnforcementFiling } from './record-enforcement-filing';
import { recordVisit } from './record-visit';
import { refreshSession } from './refresh-session';
import { registerObjection } from './register-objection';
import { registerPayment } from './register-payment';
import { rejectPayment } from './reject-payment';
import { rejectPlan } from './reject-plan';
import { releasePayee } from './release-payee';
import { remindLiaison } from './remind-liaison';
import { reportChatNotices } from './report-chat-notices';
import { reportErrand } from './report-errand';
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
import { saveDuty } from './save-duty';
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
import { submitTip } from './submit-tip';
import { takeChatHandover } from './take-chat-handover';
import { takeDownBounty } from './take-down-bounty';
import { undoImport } from './undo-import';
import { verifyCertificate } from './verify-certificate';
import { viewPapers } from './view-papers';
import { withdrawSupervision } from './withdraw-supervision';

/** The handler of every action; the file has the action's name. */
export const handlers: { [A in ActionName]: Handler<A> | PublicHandler<A> } = {
  'accept-plan': acceptPlan,
  'acknowledge-task': acknowledgeTask,
  'add-to-tip': addToTip,
  'answer-errand': answerErrand,
  'answer-reward-dispute': answerRewardDispute,
  'apply-for-bounty': applyForBounty,
  'apply-for-enforcement': applyForEnforcement,
  'approve-bounty': approveBounty,
  'ask-tipster': askTipster,
  'ask-tipster-opening': askTipsterOpening,
  'bind-chat': bindChat,
  'block-tip-sender': blockTipSender,
  'change-password': changePassword,
  'check-case-list': checkCaseList,
  'claim-access': claimAccess,
  'claim-chat-notices': claimChatNotices,
  'claim-group-posts': claimGroupPosts,
  'claim-reward': claimReward,
  'commit-import': commitImport,
  'confirm-payment': confirmPayment,
  'confirm-totp': confirmTotp,
  'correct-contact': correctContact,
  'create-access-code': createAccessCode,
  'create-chat-code': createChatCode,
  'create-tip-upload': createTipUpload,
  'create-upload': createUpload,
  'decide-bounty': decideBounty,
  'decide-data-request': decideDataRequest,
  'decide-export': decideExport,
  'decide-request': decideRequest,
  'decide-reward': decideReward,
  'decide-tip': decideTip,
  'decide-tipster-opening': decideTipsterOpening,
  'decline-task': declineTask,
  'dispatch-tip': dispatchTip,
  'dispute-payment': disputePayment,
  'dispute-reward': disputeReward,
  'end-chat-binding': endChatBinding,
  'end-grant': endGrant,
  'end-hand-over': endHandOver,
  'end-session': endSession,
  'exclude-from-tips': excludeFromTips,
  'exclude-payee': excludePayee,
  'explain-statement': explainStatement,
  'find-tip-cases': findTipCases,
  'follow-area': followArea,
  'get-bounty-notice': getBountyNotice,
  'get-case': getCase,
  'get-case-bounties': getCaseBounties,
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
  'get-tip-figures': getTipFigures,
  'give-feedback': giveFeedback,
  'grant-role': grantRole,
  'hand-over': handOver,
  'hand-to-person': handToPerson,
  'handle-undelivered': handleUndelivered,
  'list-accounts': listAccounts,
  'list-areas': listAreas,
  'list-bounties': listBounties,
  'list-bounty-notices': listBountyNotices,
  'list-cases': listCases,
  'list-chat-groups': listChatGroups,
  'list-chat-handovers': listChatHandovers,
  'list-chat-tasks': listChatTasks,
  'list-data-requests': listDataRequests,
  'list-duty': listDuty,
  'list-errands': listErrands,
  'list-exports': listExports,
  'list-followed-areas': listFollowedAreas,
  'list-imports': listImports,
  'list-my-cases': listMyCases,
  'list-my-chats': listMyChats,
  'list-my-data-requests': listMyDataRequests,
  'list-rewards': listRewards,
  'list-sessions': listSessions,
  'list-sweep-runs': listSweepRuns,
  'list-tasks': listTasks,
  'list-tip-exclusions': listTipExclusions,
  'list-tips': listTips,
  'list-tipster-openings': listTipsterOpenings,
  'list-undelivered': listUndelivered,
  'list-unmatched-addresses': listUnmatchedAddresses,
  'list-wordings': listWordings,
  'mark-tip-false': markTipFalse,
  'mute-chat': muteChat,
  'open-chat': openChat,
  'open-tip': openTip,
  'open-tipster': openTipster,
  'pay-reward': payReward,
  'preview-ladder': previewLadder,
  'preview-wording': previewWording,
  'propose-plan': proposePlan,
  'propose-reward': proposeReward,
  'read-tip': readTip,
  'reassign-task': reassignTask,
  'record-enforcement-filing': recordEnforcementFiling,
  'record-visit': recordVisit,
  'refresh-session': refreshSession,
  'register-objection': registerObjection,
  'register-payment': registerPayment,
  'reject-payment': rejectPayment,
  'reject-plan': rejectPlan,
  'release-payee': releasePayee,
  'remind-liaison': remindLiaison,
  'report-chat-notices': reportChatNotices,
  'report-errand': reportErrand,
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
  'save-duty': saveDuty,
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
  'submit-tip': submitTip,
  'take-chat-handover': takeChatHandover,
  'take-down-bounty': takeDownBounty,
  'undo-import': undoImport,
  'verify-certificate': verifyCertificate,
  'view-papers': viewPapers,
  'withdraw-supervision': withdrawSupervision,
};
