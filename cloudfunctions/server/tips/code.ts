import { Refusal } from '../../../shared/refusal';
import type { App } from '../app';
import type { Context } from '../context';
import { SEALED } from '../sensitive';
import type { TipRow } from './rows';

/**
 * A slow hash of the code, the same for the same code, by which its row is found. The salt is of the key of tips: whoever
 * has the database alone cannot even begin to guess.
 */
export function codeHashOf({ passwords, tipVault }: App, code: string): Promise<string> {
  return passwords.derive(code, tipVault.index(SEALED.tipContent, 'salt of the codes'));
}

/** The tip of whoever has this code, locked. */
export async function tipByCode({ app, tx, courtId }: Context, code: string): Promise<TipRow> {
  const row = await tx
    .selectFrom('tips')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('code_hash', '=', await codeHashOf(app, code))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('tip-code-unknown');
  return row;
}
