import { CLAIM_SENTENCES, type ClaimStanding } from '../../../../shared/cases/tip';

const WORDS: Record<ClaimStanding, string> = {
  first: '最先提供',
  later: '比别人后提供',
  false: '认定为虚假',
  alone: '还没有和别的合并',
  barred: '依法不能领奖',
};

/** The answer says it to the tipster; the desk reads the same as a fact. */
export function standingWords(sentence: string): string {
  const known = (Object.keys(WORDS) as ClaimStanding[]).find((key) => CLAIM_SENTENCES[key] === sentence);
  return known ? WORDS[known] : sentence;
}
