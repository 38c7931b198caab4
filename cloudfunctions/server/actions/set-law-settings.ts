import { readingWords } from '../../../shared/law/settings-schema';
import type { Handler } from '../context';
import { setLawSettings as store } from '../law-settings';

export const setLawSettings: Handler<'set-law-settings'> = async (own, context) => {
  const settings = await store(context, own);
  await context.audit('court', 'set-law-settings', { ...settings });
  return { readings: readingWords(settings) };
};
