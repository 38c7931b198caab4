export type Wish = 'opted-out' | 'wrong-number';

/**
 * What a person asks for by an SMS, or null when it is nothing that a machine may act on. Only a message that says
 * this and nothing else counts: 「我没有打错，想分期，不退订」 is read by a person.
 */
export function wishOf(text: string): Wish | null {
  const words = bare(text);
  if (STOP.test(words)) return 'opted-out';
  return WRONG.test(words) ? 'wrong-number' : null;
}

/** Full-width letters made ordinary; spaces, punctuation, quotes and what is invisible left out. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

const POLITE = '(?:您好|你好)?(?:请|麻烦|我要|我想|要求|回复)?';
const AFTER = '(?:了|啊|吧|谢谢)*';

const STOP = new RegExp(
  `^${POLITE}(?:退订(?:短信)?|退定|(?:TD)+|T|STOP|取消(?:短信)?订阅|不要再?发短信|别再?发短信|停止(?:发送|短信)(?:短信)?)${AFTER}$`,
);

const NUMBER = '(?:这个|你们的?)?(?:手机|电话)?(?:号码|号|电话)';
// 「不对」 and 「弄错了」 alone may well be about the debt.
const WRONG = new RegExp(
  `^${POLITE}(?:${NUMBER}(?:有误|错误|不对|错|[打发弄搞]错)|(?:你们?)?[打发]错|(?:你们?)?[打发弄搞]错(?:人|号码?|电话)|错号|(?:我)?不是(?:我|本人|机主)|(?:我)?不认识(?:这个人|此人)|查无此人|号码?已?换人)${AFTER}$`,
);
