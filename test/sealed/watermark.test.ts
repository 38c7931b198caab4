import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ActionName, actions } from '../../shared/actions';
import { toJSONSchema } from '../../shared/zod';

/** Every page that shows something of a party carries account and minute: what it shows is said by the contracts. */
const PAGES = join(import.meta.dirname, '../../miniprogram/src');

/** Names of what is of a party, as the contracts give it out. */
const OF_A_PARTY =
  /^(obligors?|obligees?|counterpart|parties|name|idNumber(Masked)?|phone(Masked)?|address|caseNumber|papers|problems|record|statement)$/;

/** Of these names, what is of no party, or meant to be passed on. */
const OF_NO_PARTY = new Map<ActionName, string>([
  ['get-me', 'the caller himself'],
  ['get-court', 'the court, public'],
  ['list-areas', 'places'],
  ['get-funnel', 'counts'],
  ['list-accounts', 'members of the court'],
  ['get-hand-overs', 'members of the court'],
  ['save-account', 'members of the court'],
  ['get-certificate', 'a numbered paper to be printed and handed on'],
  ['verify-certificate', 'public, by number and code'],
  ['get-bounty-notice', 'published for everybody'],
  ['list-bounty-notices', 'published for everybody'],
  ['list-followed-areas', 'places'],
]);

function namesIn(schema: unknown): string[] {
  if (!schema || typeof schema !== 'object') return [];
  const own = Object.keys((schema as { properties?: object }).properties ?? {});
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

const showing = (Object.keys(actions) as ActionName[]).filter((name) => {
  const output = toJSONSchema(actions[name].output as never, { unrepresentable: 'any', io: 'output' });
  return !OF_NO_PARTY.has(name) && namesIn(output).some((one) => OF_A_PARTY.test(one));
});

const pages = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.config.ts'))
  .map((path) => dirname(path));

/** The page itself and what only it uses. */
function textOf(page: string): string {
  return readdirSync(join(PAGES, page), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') || name.endsWith('.ts'))
    .map((name) => readFileSync(join(PAGES, page, name), 'utf8'))
    .join('\n');
}

describe('account and minute', () => {
  test('the contracts say which actions show something of a party', () => {
    expect(showing).toEqual(
      expect.arrayContaining([
        'get-case',
        'get-my-case',
        'get-task',
        'list-cases',
        'list-undelivered',
        'view-papers',
      ]),
    );
    expect(showing).not.toContain('register-payment');
  });

  test('lie over every page that shows it', () => {
    const bare = pages.filter((page) => {
      const text = textOf(page);
      const asks = showing.filter((name) => new RegExp(`use\\w+\\(\\s*'${name}'`).test(text));
      return asks.length > 0 && !/<Page\b[^>]*\bwatermark\b/.test(text);
    });
    expect(pages.length).toBeGreaterThan(20);
    expect(bare).toEqual([]);
  });

  test('and over every frame of the forms about a case', () => {
    const path = join(PAGES, 'parties/case-form.tsx');
    expect(existsSync(path)).toBe(true);
    const frames = readFileSync(path, 'utf8').match(/<Page\b[\s\S]*?>/g) ?? [];
    expect(frames.filter((frame) => !frame.includes('watermark'))).toEqual([]);
    expect(frames.length).toBeGreaterThan(2);
  });
});
