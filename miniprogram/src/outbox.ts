import type { ActionName, RequestOf } from '../../shared/actions';
import { call, uploadPhoto } from './api';
import { writeDraft } from './drafts';
import { createOutbox, type OutboxItem, type Photos } from './outbox-core';
import { platform } from './platform';
import { session, useSession } from './session';
import { createStore, useStore } from './store';

const changes = createStore(0);

export const outbox = createOutbox({
  storage: platform.storage,
  now: platform.now,
  newUuid: platform.newUuid,
  account: session.account,
  send: (item, input) => call(item.action as ActionName, input as never, { idempotencyKey: item.uuid }),
  upload: uploadPhoto,
  removeFile: platform.files.remove,
  changed: () => changes.set(changes.get() + 1),
});

export interface Submission<A extends ActionName> {
  action: A;
  /** What the server gets, but for the ids of the photos. */
  input: RequestOf<A>;
  /** What the person calls it: 「走访记录 · 张某某」. */
  title: string;
  /** The page with its query, which is also the name of its draft: 「修改」 leads back there. */
  page: string;
  /** The form as it is filled in; paths of photos stand under `photos`. */
  draft: object;
  photos?: { field: keyof RequestOf<A> & string; purpose: Photos['purpose']; paths: string[] };
}

/**
 * Writes a submission to the telephone, then tries to send it. Answers it as it stands after the try:
 * `sent`, `waiting` for the network, `refused` with its sentence, or `failed` to be retried.
 */
export async function submit<A extends ActionName>(submission: Submission<A>): Promise<OutboxItem> {
  const { action, input, title, page, draft, photos } = submission;
  const item = outbox.add({
    ...{ action, title, page, draft },
    payload: input as Record<string, unknown>,
    photos: photos && photos.paths.length > 0 ? { ...photos, ids: [] } : null,
  });
  await outbox.flush();
  return outbox.find(item.uuid) ?? item;
}

/** A refused submission goes back into its form: what is changed is another submission, with its own key. */
export function takeBack({ uuid, page, draft }: OutboxItem): void {
  const photos = outbox.take(uuid)?.photos?.paths;
  writeDraft(page, photos ? { ...draft, photos } : draft);
}

/** The submissions of the person signed in, oldest first, live. */
export function useOutbox(): OutboxItem[] {
  useStore(changes);
  useSession();
  return outbox.items();
}
