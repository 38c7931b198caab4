import {
  accepted,
  DAY,
  HOUR,
  type Meaning,
  MINUTE,
  optedOut,
  permanent,
  temporary,
  unknown,
  unlisted,
} from './meaning';

/**
 * SendSms 2021-01-11, https://cloud.tencent.com/document/api/382/59177 and 55981. What only the court's account
 * can mend is temporary: it is no property of the message, and passes once somebody has mended it.
 * A row without a dot stands for every code of its class that has no row of its own.
 */
export const TENCENT_CODES: Record<string, Meaning> = {
  Ok: accepted,

  'FailedOperation.ContainSensitiveWord': permanent('content'),
  'FailedOperation.FailResolvePacket': permanent('field'),
  'FailedOperation.InsufficientBalanceInSmsPackage': temporary('account', HOUR),
  'FailedOperation.JsonParseFail': permanent('field'),
  // A template that was filed as marketing is carried from 08:00 to 22:00 only.
  'FailedOperation.MarketingSendTimeConstraint': temporary('carrier-closed', HOUR),
  'FailedOperation.MissingSignature': temporary('signature', HOUR),
  // "Usually because the user unsubscribed, or because he is on the operators' do-not-disturb list."
  'FailedOperation.PhoneNumberInBlacklist': optedOut,
  'FailedOperation.SignatureIncorrectOrUnapproved': temporary('signature', HOUR),
  'FailedOperation.TemplateIdNotExist': permanent('template'),
  'FailedOperation.TemplateIncorrectOrUnapproved': permanent('template'),
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': permanent('field'),
  'FailedOperation.TemplateUnapprovedOrNotExist': permanent('template'),
  FailedOperation: permanent('refused'),

  // An internal error may have struck after the message was passed on: only those that name an earlier step say no.
  'InternalError.JsonParseFail': permanent('field'),
  'InternalError.RequestTimeException': temporary('clock', HOUR),
  'InternalError.RestApiInterfaceNotExist': temporary('misconfigured', HOUR),
  'InternalError.SigFieldMissing': temporary('credentials', HOUR),
  'InternalError.SigVerificationFail': temporary('credentials', HOUR),
  InternalError: unknown('carrier-fault'),

  'InvalidParameter.DirtyWordFound': permanent('content'),
  'InvalidParameterValue.ContentLengthLimit': permanent('content'),
  'InvalidParameterValue.IncorrectPhoneNumber': permanent('number-invalid'),
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter': permanent('field'),
  'InvalidParameterValue.SdkAppIdNotExist': temporary('account', HOUR),
  'InvalidParameterValue.TemplateParameterFormatError': permanent('field'),
  'InvalidParameterValue.TemplateParameterLengthLimit': permanent('field'),
  InvalidParameter: permanent('refused'),
  InvalidParameterValue: permanent('refused'),

  'LimitExceeded.AppCountryOrRegionDailyLimit': temporary('account', HOUR),
  'LimitExceeded.AppDailyLimit': temporary('account', HOUR),
  'LimitExceeded.AppGlobalDailyLimit': temporary('account', HOUR),
  'LimitExceeded.AppMainlandChinaDailyLimit': temporary('account', HOUR),
  'LimitExceeded.DailyLimit': temporary('account', HOUR),
  'LimitExceeded.DeliveryFrequencyLimit': temporary('number-limit', HOUR),
  'LimitExceeded.PhoneNumberDailyLimit': temporary('number-limit', DAY),
  'LimitExceeded.PhoneNumberOneHourLimit': temporary('number-limit', HOUR),
  'LimitExceeded.PhoneNumberSameContentDailyLimit': temporary('number-limit', DAY),
  'LimitExceeded.PhoneNumberThirtySecondLimit': temporary('number-limit', 30),
  LimitExceeded: temporary('carrier-busy', MINUTE),
  RequestLimitExceeded: temporary('carrier-busy', 1),

  'MissingParameter.EmptyPhoneNumberSet': permanent('number-invalid'),
  MissingParameter: permanent('refused'),

  'UnauthorizedOperation.ServiceSuspendDueToArrears': temporary('account', HOUR),
  // Tencent's own spelling in older answers.
  'UnauthorizedOperation.SerivceSuspendDueToArrears': temporary('account', HOUR),
  'UnauthorizedOperation.SdkAppIdIsDisabled': temporary('account', HOUR),
  UnauthorizedOperation: temporary('credentials', HOUR),
  'AuthFailure.SignatureExpire': temporary('clock', HOUR),
  AuthFailure: temporary('credentials', HOUR),
  IpInBlacklist: temporary('credentials', HOUR),
  IpNotInWhitelist: temporary('credentials', HOUR),

  UnsupportedOperation: permanent('region'),
  UnsupportedRegion: temporary('misconfigured', HOUR),
  ActionOffline: temporary('misconfigured', HOUR),
  InvalidAction: temporary('misconfigured', HOUR),
  NoSuchVersion: temporary('misconfigured', HOUR),
  ResourceUnavailable: temporary('carrier-busy', MINUTE),
  ServiceUnavailable: temporary('carrier-busy', MINUTE),
};

export function meaningOfTencent(code: string): Meaning {
  return TENCENT_CODES[code] ?? TENCENT_CODES[code.split('.')[0]!] ?? unlisted(code);
}
