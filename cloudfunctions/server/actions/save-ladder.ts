import { addDays, showDay } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import { ladderProblems } from '../../../shared/reminders/ladder-checks';
import type { Handler } from '../context';
import { saveLadder as store } from '../storage/ladders';

export const saveLadder: Handler<'save-ladder'> = async ({ validFrom, policy }, context) => {
  const tomorrow = addDays(context.today, 1);
  if (validFrom < tomorrow) throw new Refusal('ladder-day-too-early', { day: showDay(tomorrow) });
  const problems = ladderProblems(policy);
  if (problems.length > 0) throw new Refusal('ladder-wrong', { sentence: problems.join('') });
  const { courtId, caller, now } = context;
  const version = await store(context.tx, {
    courtId,
    validFrom,
    policy,
    savedBy: caller.accountId,
    savedAt: now,
  });
  await context.audit('court', 'save-ladder', { version, validFrom });
  return { version, validFrom };
};
