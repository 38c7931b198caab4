import type { Infer } from '../zod';
import { z } from '../zod';

/** A number that may be written to during a trial: its keyed hash, and what a person may see of it. */
const allowed = z.object({ index: z.string(), mask: z.string() });

const sendingSchema = z.object({
  trial: z._default(z.boolean(), false),
  allow: z._default(z.array(allowed), []),
});

/** How a court sends: `trial` writes to nobody but those in `allow`. */
export type Sending = Infer<typeof sendingSchema>;

/** What stands in a court's settings. What cannot be read is a trial with nobody in it: better silent than wrong. */
export function sendingOf(settings: unknown): Sending {
  const own = (settings as { sending?: unknown } | null)?.sending;
  const read = z.safeParse(sendingSchema, own ?? {});
  return read.success ? read.data : { trial: true, allow: [] };
}

/** Whether a message stays here because the court only tries the system out. `person` as in the outbox. */
export function isHeldByTrial({ trial, allow }: Sending, person: string): boolean {
  return trial && !allow.some(({ index }) => index === person);
}
