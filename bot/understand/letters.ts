/**
 * The text with one letter for one letter: full-width digits, letters and marks as plain ones, small letters, and no
 * control characters. Positions stay, so that a note can be cut from what the person wrote.
 */
export function plainLetters(text: string): string {
  return [...text].map(plainLetter).join('');
}

function plainLetter(letter: string): string {
  const known = SAME.get(letter);
  if (known) return known;
  if (/[\p{Cf}\p{Cc}\s]/u.test(letter)) return letter === '\n' ? '\n' : ' '.repeat(letter.length);
  const plain = letter.normalize('NFKC').toLowerCase();
  return plain.length === letter.length ? plain : letter;
}

/** What looks alike, or is written differently and means the same. */
const SAME = new Map(
  Object.entries({ '①': '1', '②': '2', '③': '3', '④': '4', '⑤': '5', '⑥': '6', '⑦': '7', '⑧': '8', '⑨': '9' })
    .concat(
      Object.entries({
        號: '号',
        個: '个',
        訪: '访',
        辦: '办',
        詳: '详',
        說: '说',
        沒: '没',
        聯: '联',
        繫: '系',
        係: '系',
      }),
    )
    .concat(
      Object.entries({
        願: '愿',
        還: '还',
        錢: '钱',
        難: '难',
        靜: '静',
        見: '见',
        們: '们',
        這: '这',
        個: '个',
        請: '请',
      }),
    )
    .concat(Object.entries({ '【': '[', '】': ']', '。': '。', '．': '.', '、': '、' })),
);

/** A message that answers another one, as chat systems write it: what was quoted, a line of dashes, the answer. */
export interface Quoting {
  quoted: string;
  text: string;
}

const RULE_OF_DASHES = /\n[-—–_ ]{6,}\n/u;

export function splitQuoted(text: string): Quoting {
  const at = RULE_OF_DASHES.exec(text);
  if (!at) return { quoted: '', text };
  return { quoted: text.slice(0, at.index), text: text.slice(at.index + at[0].length) };
}

/** A name called at the beginning, as groups do it: 「@小执 待办」. */
export const withoutMention = (text: string): string => text.replace(/^\s*(@[^\s\u2005]+[\s\u2005]+)+/u, '');
