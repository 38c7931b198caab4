/** Long rather than odd: what people invent to satisfy rules about signs is guessed first. */
export const PASSWORD_AT_LEAST = 10;
export const PASSWORD_AT_MOST = 128;

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const WIDESPREAD = ['password', 'passw0rd', 'iloveyou', 'admin', 'woaini', 'zhiqian', 'letmein', 'welcome'];

/** What is wrong with a new password, as a sentence for its owner; null when nothing is. */
export function passwordFault(password: string, of: { loginName: string; before: string }): string | null {
  const letters = password.toLowerCase();
  if ([...password].length < PASSWORD_AT_LEAST) return `密码至少 ${PASSWORD_AT_LEAST} 个字，可以用一句话。`;
  if (password === of.before) return '新密码不能与现在的密码一样，请换一个。';
  if (letters.includes(of.loginName.toLowerCase())) return '密码里不要包含登录名，请换一个。';
  if (new Set(letters).size < 5) return '密码里重复的字太多，容易被猜到，请换一个。';
  if (isMostlyKnown(letters)) return '这个密码太常见，容易被猜到，请换一个。';
  return null;
}

/** A known word or a run of the keyboard, with a little around it. */
function isMostlyKnown(letters: string): boolean {
  const rest = [...WIDESPREAD, ...runsIn(letters)].reduce((left, word) => left.replaceAll(word, ''), letters);
  return rest.length < 5;
}

/** Pieces of at least four letters that follow one another on the keyboard or in the alphabet, either way. */
function runsIn(letters: string): string[] {
  const lines = RUNS.flatMap((line) => [line, [...line].reverse().join('')]);
  const found: string[] = [];
  for (let at = 0; at + 4 <= letters.length; at++) {
    for (let end = letters.length; end - at >= 4; end--) {
      const piece = letters.slice(at, end);
      if (lines.some((line) => line.includes(piece))) {
        found.push(piece);
        break;
      }
    }
  }
  return found.sort((a, b) => b.length - a.length);
}
