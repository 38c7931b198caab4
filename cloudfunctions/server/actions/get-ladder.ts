import type { Day } from '../../../shared/day';
import { LADDERS } from '../../../shared/reminders/ladder';
import { type LadderPolicy, policyOf } from '../../../shared/reminders/ladder-policy';
import type { Handler } from '../context';
import { mayAlso } from '../may-also';
import { sendingHere, showSending } from '../sending';
import { type LadderVersion, ladderVersionsOf } from '../storage/ladders';

export const getLadder: Handler<'get-ladder'> = async (_, context) => {
  const versions = await ladderVersionsOf(context.tx, context.courtId);
  const inUse = versions.find(({ policy, validFrom }) => policy && validFrom <= context.today);
  const policy: LadderPolicy = inUse?.policy ?? policyOf(LADDERS[0]);
  return {
    today: context.today,
    mayChange: mayAlso(context, 'save-ladder'),
    inUse: { version: inUse?.version ?? 0, policy },
    draft: versions.find(({ policy }) => policy)?.policy ?? policy,
    versions: versions.map((version) => showVersion(version, inUse, context.today)),
    sending: showSending(await sendingHere(context)),
  };
};

function showVersion(version: LadderVersion, inUse: LadderVersion | undefined, today: Day) {
  const { policy, savedAt, ...shown } = version;
  return { ...shown, savedAt: savedAt.toISOString(), state: stateOf(version, inUse, today) };
}

function stateOf(
  { policy, version, validFrom }: LadderVersion,
  inUse: LadderVersion | undefined,
  today: Day,
): 'in-use' | 'coming' | 'past' | 'unreadable' {
  if (!policy) return 'unreadable';
  if (version === inUse?.version) return 'in-use';
  return validFrom > today ? 'coming' : 'past';
}
