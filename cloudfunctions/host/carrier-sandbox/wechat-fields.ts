/**
 * WeChat's own limits by kind of field, written down apart from our client's, so that each shows the other's
 * mistakes: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const MOMENT = String.raw`(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}`;
const DATE = String.raw`\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?`;

const LIMITS: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  character_string: /^[!-~ ]{1,32}$/,
  number: /^-?(?=(\D*\d){1,32}\D*$)\d+(\.\d+)?$/,
  letter: /^[a-zA-Z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  phrase: /^[\u4e00-\u9fff]{1,5}$/,
  name: /^(?:(?=.*\p{Script=Han})[^\d]{1,10}|[^\d\p{Script=Han}]{1,20})$/u,
  amount: /^[^\d.\s]?(?=(\D*\d){1,10}\D*$)\d+(\.\d+)?元?$/u,
  phone_number: /^[-+\d() ]{1,17}$/,
  time: new RegExp(`^${MOMENT}(~${MOMENT})?$`),
  date: new RegExp(`^${DATE}(~${DATE})?$`),
};

export function wechatTakes(key: string, value: unknown): boolean {
  const limit = LIMITS[key.replace(/\d+$/, '')];
  return typeof value === 'string' && value.trim() !== '' && limit?.test(value) === true;
}
