import { creditCheckLetter } from '../../shared/import/credit-code';
import { citizenCheckLetter } from '../../shared/import/id-number';

/** Invented people: region 999999 does not exist, numbers 199-0000-xxxx belong to nobody. */

const FAMILIES = '宋郑何冯卢蒋沈韩杨朱秦许吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛';
const GIVEN =
  '小满 家福 建国 春梅 志强 秀兰 海燕 文斌 丽华 国庆 玉珍 晓东 金凤 永康 月娥 立新 雪琴 德明'.split(' ');
const TRADES = '宏达商贸 青松建材 云岭茶业 柳塘水产 白鹭纺织 石门矿业 虹溪食品 东浦机械'.split(' ');

export function nameOf(serial: number): string {
  return FAMILIES[serial % FAMILIES.length]! + GIVEN[(serial * 7) % GIVEN.length]!;
}

export const companyOf = (serial: number): string => `青溪县${TRADES[serial % TRADES.length]}有限公司`;

/** An 18-digit number with a valid date and check letter. */
export function idOf(serial: number): string {
  const year = 1955 + (serial % 45);
  const born = `${year}${pad(1 + (serial % 12), 2)}${pad(1 + (serial % 28), 2)}`;
  const first17 = `999999${born}${pad(1 + (serial % 998), 3)}`;
  return first17 + citizenCheckLetter(first17);
}

/** The first of these that ends as wanted: an X to be typed small, a zero that Excel would have left. */
export function idEnding(letter: string, from = 1): string {
  for (let serial = from; ; serial++) if (idOf(serial).endsWith(letter)) return idOf(serial);
}

export const oldIdOf = (serial: number): string => idOf(serial).slice(0, 6) + idOf(serial).slice(8, 17);

export function creditCodeOf(serial: number): string {
  const first17 = `91999999MA${pad(serial, 7)}`;
  return first17 + creditCheckLetter(first17);
}

export const phoneOf = (serial: number): string => `1990000${pad(serial % 10_000, 4)}`;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
