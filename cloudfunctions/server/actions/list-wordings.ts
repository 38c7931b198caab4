import { templateWords } from '../../../shared/cases/notice-words';
import { CHANNELS } from '../../../shared/reminders/weight';
import { wordingKey } from '../../../shared/reminders/wording';
import { phaseOf, type Template, templatesOf } from '../../../shared/reminders/wording-rules';
import type { Handler } from '../context';
import { letterheadOf } from '../letterhead';
import { mayAlso } from '../may-also';
import { type SavedWording, savedWordingsOf } from '../storage/wordings';

export const listWordings: Handler<'list-wordings'> = async (_, context) => {
  const saved = await savedWordingsOf(context.tx, context.courtId);
  const show = ({ step, ...template }: Template) => ({
    ...template,
    what: templateWords(template.template),
    phase: phaseOf(step),
    own: showSaved(saved.get(wordingKey(template.template, template.channel))),
  });
  return {
    mayChange: mayAlso(context, 'save-wording'),
    place: await letterheadOf(context),
    wordings: CHANNELS.flatMap((channel) => templatesOf(channel).map(show)),
  };
};

const showSaved = (own: SavedWording | undefined) =>
  own ? { ...own, savedAt: own.savedAt.toISOString() } : null;
