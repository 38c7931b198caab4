import {
  CLAIM_SENTENCES,
  ERRAND_OUTCOME_WORDS,
  TIP_REFUSAL_WORDS,
  TIP_STATE_SENTENCES,
} from '../../../shared/cases/tip';
import type { Context, PublicHandler } from '../context';
import { rewardForTipster } from '../rewards/for-tipster';
import { SEALED } from '../sensitive';
import { standing, tipsOfClue } from '../tips/clues';
import { tipByCode } from '../tips/code';
import { messagesOf } from '../tips/messages';
import { openContent, type TipRow } from '../tips/rows';

/** No line tells when a tipster looked, nor from where. */
export const openTip: PublicHandler<'open-tip'> = async ({ code }, context) => {
  const row = await tipByCode(context, code);
  const content = openContent(context, row);
  const tips = await tipsOfClue(context, row);
  return {
    number: row.seq,
    receivedAt: row.received_at.toISOString(),
    state: row.state,
    sentence: TIP_STATE_SENTENCES[row.state],
    note: await noteOf(context, row),
    about: row.about,
    words: content?.words ?? '已过保存期限，内容已经清除。',
    place: content?.place ?? '',
    claim: row.state === 'received' || row.state === 'refused' ? '' : CLAIM_SENTENCES[standing(row, tips)],
    messages: await messagesOf(context, row),
    hasIdentity: await hasIdentity(context, row),
    reward: await rewardForTipster(context, row),
  };
};

/** Why it was refused, and what the desk says; or what came of it. */
async function noteOf({ app, tx, courtId }: Context, row: TipRow): Promise<string | null> {
  const said = row.note_sealed && app.tipVault.open(SEALED.tipWords, row.note_sealed);
  if (row.state === 'refused' && row.refusal)
    return [`${TIP_REFUSAL_WORDS[row.refusal]}。`, said].filter(Boolean).join('');
  if (row.state !== 'done') return said;
  const errand = await tx
    .selectFrom('tip_errands as e')
    .innerJoin('tips as t', (j) =>
      j.onRef('t.court_id', '=', 'e.court_id').onRef('t.tip_id', '=', 'e.tip_id'),
    )
    .select('e.outcome')
    .where('e.court_id', '=', courtId)
    .where((e) => e.or([e('t.tip_id', '=', row.tip_id), e('t.clue_id', '=', row.clue_id)]))
    .where('e.state', '=', 'done')
    .orderBy('e.done_at', 'desc')
    .executeTakeFirst();
  return errand?.outcome ? `${ERRAND_OUTCOME_WORDS[errand.outcome]}。` : said;
}

async function hasIdentity({ tx, courtId }: Context, row: TipRow): Promise<boolean> {
  const found = await tx
    .selectFrom('tipsters')
    .select('tip_id')
    .where('court_id', '=', courtId)
    .where('tip_id', '=', row.tip_id)
    .executeTakeFirst();
  return found !== undefined;
}
