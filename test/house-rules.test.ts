import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handlers } from '../cloudfunctions/server/actions';
import { type ActionName, actions } from '../shared/actions';
import { type About, ACCESS } from '../shared/cases/access';

/** The architecture, as tests. A broken rule names the file and the line that broke it. */

const ROOT = join(import.meta.dirname, '..');
// The bot's folder comes with the bot.
const FOLDERS = ['shared', 'cloudfunctions', 'bot', 'miniprogram'].filter((name) =>
  existsSync(join(ROOT, name)),
);

interface Source {
  path: string;
  text: string;
}

const sources: Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(dist|node_modules)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
);

const within = (folder: string) => sources.filter((source) => source.path.startsWith(`${folder}/`));

/** Every line of these files that matches, as `path:line text`. Comments do not count. */
function linesMatching(files: Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
      .split('\n')
      .map((line, index) => ({ line: line.replace(/(^|\s)\/\/.*$/, ''), index }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, index }) => `${path}:${index + 1} ${line.trim()}`),
  );
}

function importsOf({ path, text }: Source): string[] {
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
  return names.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name));
}

const isOurs = (name: string) => FOLDERS.some((folder) => name === folder || name.startsWith(`${folder}/`));

describe('who may import whom', () => {
  const allowed: Record<string, string[]> = {
    shared: ['shared'],
    cloudfunctions: ['cloudfunctions', 'shared'],
    bot: ['bot', 'shared'],
    miniprogram: ['miniprogram', 'shared'],
  };
  test.each(FOLDERS)('%s', (folder) => {
    const strays = within(folder).flatMap((source) =>
      importsOf(source)
        .filter((name) => isOurs(name) || name.startsWith('..') || name.startsWith('test/'))
        .filter((name) => !allowed[folder]!.some((home) => name === home || name.startsWith(`${home}/`)))
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('the server does not know the host that runs it', () => {
    const strays = within('cloudfunctions/server').filter((source) =>
      importsOf(source).some((name) => name.startsWith('cloudfunctions/host')),
    );
    expect(strays.map((source) => source.path)).toEqual([]);
  });
});

describe('shared/ is pure', () => {
  // The command line of the vectors reads the file it is given; nothing that ships imports it.
  const pure = within('shared').filter((source) => source.path !== 'shared/law/vectors.ts');

  test('it never asks for the time, chance, the disk or the network', () => {
    expect(
      linesMatching(
        pure,
        /\bnew Date\(\)|Date\.now\(|Math\.random\(|\bprocess\.|\bfetch\(|setTimeout\(|\bBuffer\b|from 'node:/,
      ),
    ).toEqual([]);
  });

  test('nothing that ships imports the vectors', () => {
    const importers = sources.filter((source) => importsOf(source).includes('shared/law/vectors'));
    expect(importers.map((source) => source.path)).toEqual([]);
  });

  test('zod comes configured, from one place', () => {
    const lines = linesMatching(sources, /from 'zod(\/mini)?'/).filter((line) => !/import type/.test(line));
    expect(new Set(lines.map((line) => line.split(':')[0]))).toEqual(new Set(['shared/zod.ts']));
  });
});

describe('one clock, one environment', () => {
  const server = within('cloudfunctions').filter(
    // The wall's script runs in a browser.
    ({ path }) => basename(path) !== 'wiring.ts' && path !== 'cloudfunctions/host/phone-wall/wall.ts',
  );

  test('only wiring.ts asks what time it is', () => {
    expect(linesMatching(server, /\bnew Date\(\)|Date\.now\(/)).toEqual([]);
  });

  test('only wiring.ts reads the environment', () => {
    expect(linesMatching(server, /process\.env/)).toEqual([]);
  });
});

describe('the bot', () => {
  // The wall between a puppet's cache and the disk is the home folder that the process believes in.
  const elsewhere = within('bot').filter(
    ({ path }) => path !== 'bot/settings.ts' && path !== 'bot/gateways/wechaty/private-folder.ts',
  );

  test('only its settings read the environment', () => {
    expect(linesMatching(elsewhere, /process\.env/)).toEqual([]);
  });

  test('only its clock knows the time', () => {
    const others = within('bot').filter(({ path }) => path !== 'bot/clock.ts');
    expect(linesMatching(others, /\bnew Date\(\)|Date\.now\(|setInterval\(/)).toEqual([]);
  });

  test('what people write goes into no log', () => {
    expect(linesMatching(within('bot'), /console\.(log|info|debug|warn)\(/)).toEqual([]);
  });
});

describe('one feature, one word', () => {
  const names = Object.keys(actions).sort();

  test('every contract has its file, its handler and its handler’s file', () => {
    expect(Object.keys(handlers).sort()).toEqual(names);
    for (const name of names) {
      expect(sources.map((source) => source.path)).toContain(`shared/actions/${name}.ts`);
      expect(sources.map((source) => source.path)).toContain(`cloudfunctions/server/actions/${name}.ts`);
    }
  });

  test('every handler of a case asks whose it is', () => {
    const asks: Partial<Record<About, RegExp>> = {
      case: /openCase\(|openTask\(|openTaskAsCourt\(/,
      tips: /openTip\(|openReward\(|isKeptOut\(/,
      errands: /openErrand\(|caller\.accountId/,
      identity: /openOpening\(|openReward\(|isKeptOut\(/,
      person: /openCase\(/,
      cases: /casesInReach\(|casesWanted\(|visibleTasks\(|caller\.bindings/,
    };
    // Where a handler asks through one of its own parts.
    const through = new Set(['list-unmatched-addresses', 'list-undelivered', 'get-export', 'request-export']);
    // The desk's own, of no case: who is on duty, who is kept out.
    for (const name of ['list-duty', 'save-duty', 'exclude-from-tips', 'list-tip-exclusions'])
      through.add(name);
    const careless = names.filter((name) => {
      const { text } = sources.find(({ path }) => path === `cloudfunctions/server/actions/${name}.ts`)!;
      return !through.has(name) && !(asks[ACCESS[name as ActionName].about]?.test(text) ?? true);
    });
    expect(careless).toEqual([]);
  });
});

describe('money', () => {
  test('no floating point near it', () => {
    const near = [...within('shared'), ...within('cloudfunctions/server')];
    expect(linesMatching(near, /parseFloat\(|\.toFixed\(|[*/] ?0\.\d/)).toEqual([]);
  });
});

describe('the door', () => {
  test('a page calls the network only through src/api.ts', () => {
    const pages = within('miniprogram/src').filter((source) => source.path !== 'miniprogram/src/api.ts');
    expect(
      linesMatching(pages, /\bfetch\(|XMLHttpRequest|Taro\.request\(|Taro\.uploadFile\(|callFunction\(/),
    ).toEqual([]);
  });

  test('no carrier is called while a transaction is open', () => {
    expect(linesMatching(within('cloudfunctions/server/actions'), /\.channels\b|\.send\(/)).toEqual([]);
  });
});

describe('words', () => {
  test('before filing no citizen reads of enforcement measures', () => {
    // What is only of cases whose enforcement was filed, and of those who help to find what is owed there.
    const isOfEnforcement = (path: string) => /bount|tip|reward|personal-data/.test(path);
    const read = sources.filter(
      ({ path }) =>
        !isOfEnforcement(path) &&
        /^shared\/(refusals|reminders\/wording|cases\/)|^miniprogram\/src\/(pages|components|liaison|obligor|obligee|parties)/.test(
          path,
        ),
    );
    expect(linesMatching(read, /被执行人|失信|悬赏|老赖|拘留|罚款|限制消费|查封|扣押|冻结/)).toEqual([]);
  });

  test('no class is called a service: 送达 is a legal act', () => {
    expect(linesMatching(sources, /class \w*Service\b/)).toEqual([]);
  });

  test('no telephone number and no ID number that could be somebody’s stands in the code', () => {
    const phones = linesMatching(sources, /(?<!\d)1[3-9]\d{9}(?!\d)/).filter(
      (line) => !/(?<!\d)1990000\d{4}(?!\d)/.test(line),
    );
    expect(phones).toEqual([]);
    expect(
      linesMatching(sources, /(?<!\d)(?!999999)\d{6}(19|20)\d{2}(0[1-9]|1[0-2])\d{2}\d{3}[\dX](?!\d)/),
    ).toEqual([]);
  });
});
