import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../shared/day';
import type { Citation } from '../../shared/law/citation';
import { HANDBOOK_DAY } from '../../shared/law/citation';
import { DEFAULT_SETTINGS, type LawSettings, readingOf } from '../../shared/law/settings';
import { READINGS, showCitation } from '../../shared/law/wording';

const LAW = join(import.meta.dirname, '../../shared/law');

/** Files that hold no rule of law: arithmetic, words, tables of sources, and the parts of a rule. */
const NO_RULE = [
  ...[
    'citation',
    'dated',
    'exact',
    'settings',
    'settings-schema',
    'sources',
    'wording',
    'percent',
    'vectors',
    'vector-inputs',
    'vector-gates',
    'vector-words',
    'accruals',
    'explain-wording',
  ],
  ...['debt', 'delay-clock', 'statement-terms', 'statement-rows', 'holiday-notice', 'nodes'],
];
/** Citations alone: the examples stand with the functions that use them. */
const TABLES = ['node-table', 'statement-basis'];
const files = readdirSync(LAW).map((name) => name.replace(/\.ts$/, ''));
const rules = files.filter((name) => !NO_RULE.includes(name));

const isCitation = (value: unknown): value is Citation =>
  typeof value === 'object' && value !== null && 'confidence' in value && 'article' in value;

/** Every citation reachable from what a module exports. */
function citationsIn(value: unknown): Citation[] {
  if (isCitation(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(citationsIn) : [];
}

const modules = await Promise.all(
  rules.map(async (name) => [name, citationsIn({ ...(await import(`${LAW}/${name}.ts`)) })] as const),
);
const disputed = (Object.keys(READINGS) as (keyof LawSettings)[]).flatMap((key) =>
  Object.keys(READINGS[key]).map((value) => readingOf(key, value as never)),
);
const all = [...modules.flatMap(([, citations]) => citations), ...disputed];

describe('every rule says what it rests on', () => {
  it.each(modules)('%s', (_, citations) => {
    expect(citations.length).toBeGreaterThan(0);
  });

  it.each(rules.filter((name) => !TABLES.includes(name)))(
    '%s holds a worked example in its words',
    (name) => {
      const text = readFileSync(join(LAW, `${name}.ts`), 'utf8');
      expect(text).toMatch(/\n \*\n \* \S/);
    },
  );

  it('no citation is incomplete', () => {
    for (const { law, number, article, inForce, lastChecked, confidence } of all) {
      expect(law).not.toBe('');
      expect(article).not.toBe('');
      expect(['read', 'recalled', 'local', 'disputed']).toContain(confidence);
      if (number === '') expect(law).toMatch(/民事诉讼法|民法典|地方|宁波/);
      if (inForce === null) expect(confidence).toBe('local');
      else expect(isDay(inForce) && inForce <= HANDBOOK_DAY).toBe(true);
      expect(isDay(lastChecked) && lastChecked <= HANDBOOK_DAY).toBe(true);
    }
  });
});

describe('what is not certain carries its mark', () => {
  const marked = (confidence: Citation['confidence']) =>
    all.filter((citation) => citation.confidence === confidence);
  it.each([
    ['recalled', '条文待核对'],
    ['local', '地方规定'],
    ['disputed', '各地做法不一'],
  ] as const)('%s: %s', (confidence, mark) => {
    expect(marked(confidence).length).toBeGreaterThan(0);
    for (const citation of marked(confidence)) expect(showCitation(citation)).toContain(mark);
  });
  it('a text that was read carries none', () => {
    for (const citation of marked('read')) expect(showCitation(citation)).not.toMatch(/待核对|地方规定|不一/);
  });
  it('each choice on a disputed point has words of its own, the default among them', () => {
    expect(new Set(disputed.map((citation) => citation.reading)).size).toBe(disputed.length);
    for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
      expect(readingOf(key as keyof LawSettings, value as never).reading).toContain('本院口径');
    }
  });
});
