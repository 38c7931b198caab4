import type { InputOf } from '../../../shared/actions';
import { ACCESS_CODE_ASKED } from '../../../shared/cases/wording';
import { anyLocked, countAttempt, takeTurns } from '../access-codes';
import type { Context, PublicHandler } from '../context';
import { indexOfEnding } from '../sealed-compare';
import { SEALED } from '../sensitive';

export const requestAccessCode: PublicHandler<'request-access-code'> = async (input, context) => {
  const subjects = [`ask:${input.phone}`];
  if (context.clientAddress) subjects.push(`ask-from:${context.clientAddress}`);
  await takeTurns(context, subjects);
  const locked = await anyLocked(context, subjects);
  if (!locked) for (const subject of subjects) await countAttempt(context, subject);
  // Whether anything matches is asked by the next sweep, so that nothing here can depend on it, not even the time.
  if (!locked) await keepAsk(input, context);
  await context.audit('court', 'request-access-code', { locked });
  return { message: ACCESS_CODE_ASKED };
};

async function keepAsk({ phone, idLast6 }: InputOf<'request-access-code'>, context: Context): Promise<void> {
  const { app, tx, courtId, now } = context;
  await tx
    .insertInto('code_asks')
    .values({
      court_id: courtId,
      phone_index: app.vault.index(SEALED.phone, phone),
      ending_index: indexOfEnding(app, idLast6),
      asked_at: now,
    })
    .execute();
}
