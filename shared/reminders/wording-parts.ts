import type { Place } from './wording';
import type { Reader } from './wording-sentences';

/**
 * What every SMS says besides its sentence, whoever wrote that: which matter, how to get in, how to verify, and how
 * to stop it. A part that the sentence has already is not said twice.
 */
export function completed(sentence: string, reader: Reader, isMerged: boolean, place: Place): string {
  return sentence + wayIn(sentence, reader, isMerged, place) + verify(sentence, place) + stop(sentence);
}

function wayIn(sentence: string, reader: Reader, isMerged: boolean, { site }: Place): string {
  const number = sentence.includes('{task}') ? '' : `编号{task}${isMerged ? '等' : ''}，`;
  const isStaff = reader === 'staff';
  const code = isStaff || sentence.includes('{code}') ? '' : '查询码{code}（7天内有效），';
  const where = isStaff ? `小程序“执前通”或${site}` : site;
  return `${number}${code}请到${where}查看。`;
}

const verify = (sentence: string, { courtPhone, hotline }: Place): string =>
  sentence.includes(courtPhone) && sentence.includes(hotline) ? '' : `核实拨${hotline}或${courtPhone}。`;

const stop = (sentence: string): string =>
  sentence.includes('“退订”') && sentence.includes('“号码有误”') ? '' : '回复“退订”或“号码有误”停止发送。';
