import { maskPhone } from '../../shared/cases/mask';
import { type Sending, sendingOf } from '../../shared/reminders/trial';
import type { Context } from './context';
import { SEALED } from './sensitive';

type Here = Pick<Context, 'tx' | 'courtId' | 'app'>;

export interface SendingWish {
  trial: boolean;
  allowPhones: readonly string[];
  /** Of the numbers that are there, by `idOf`. */
  keep: readonly string[];
}

/** A number's hash is enough to match it, and its beginning to name it. */
const idOf = (index: string): string => index.slice(0, 16);

export async function sendingHere({ tx, courtId }: Pick<Here, 'tx' | 'courtId'>): Promise<Sending> {
  const { settings } = await tx
    .selectFrom('courts')
    .select('settings')
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  return sendingOf(settings);
}

/** As a page may see it: no hash that could be compared with anything, and no whole number. */
export const showSending = ({ trial, allow }: Sending) => ({
  trial,
  allow: allow.map(({ index, mask }) => ({ id: idOf(index), mask })),
});

/** Puts this in the place of what was set; of a number only its keyed hash and its last digits are kept. */
export async function setSendingHere({ tx, courtId, app }: Here, wish: SendingWish): Promise<Sending> {
  const { settings } = await tx
    .selectFrom('courts')
    .select('settings')
    .where('court_id', '=', courtId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const kept = sendingOf(settings).allow.filter(({ index }) => wish.keep.includes(idOf(index)));
  const added = wish.allowPhones.map((phone) => ({
    index: app.vault.index(SEALED.phone, phone),
    mask: maskPhone(phone).slice(-8),
  }));
  const allow = [...new Map([...kept, ...added].map((one) => [one.index, one])).values()];
  const sending = { trial: wish.trial, allow };
  await tx
    .updateTable('courts')
    .set({ settings: JSON.stringify({ ...(settings as object), sending }) })
    .where('court_id', '=', courtId)
    .execute();
  return sending;
}
