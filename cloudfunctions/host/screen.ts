import type { OpenDatabase } from './database';
import type { OpenApp } from './open-app';
import { listPersonas } from './personas';

/** What an operator sees when everything runs: where to look, and how to be whom. */
export async function screen({ app, demo }: OpenApp, database: OpenDatabase): Promise<string> {
  const lines = ['', `  执前通 Zhiqian runs at ${app.publicUrl}/`];
  if (demo) lines.push(...(await demoLines(app)));
  lines.push('', `  health ${app.publicUrl}/healthz · API ${app.publicUrl}/openapi.json`);
  if (database.note) lines.push(`  ${database.note}`);
  lines.push('  Ctrl-C stops it; the data stays.', '');
  return lines.join('\n');
}

async function demoLines(app: OpenApp['app']): Promise<string[]> {
  const personas = await listPersonas(app);
  return [
    `  Phones that ring, and the clock: ${app.publicUrl}/phones`,
    '',
    '  Everybody and everything here is fictional. Sign in as:',
    ...personas.flatMap(({ title, name, words, link }) => [
      `    ${title} ${name} · ${words}`,
      `      ${link}`,
    ]),
  ];
}
