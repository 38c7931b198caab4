import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { call, uploadTipPhoto } from '../../api';
import { OfflineError, RefusedError, sentenceOf } from '../../errors';
import { LostFile } from '../../platform/platform';
import { deviceId } from '../device';
import { checkTelling } from './input';
import type { UseTelling } from './use-telling';

export type Received = OutputOf<'submit-tip'>;

interface Sending {
  busy: boolean;
  sentence: string | null;
  /** The notice is gone: the tip can still be told without its number. */
  noticeGone: boolean;
  send: () => Promise<Received | null>;
}

const KEPT = '没有网络，内容已保存在这部手机上，有网络后再点提交。';
const NOT_KEPT = '没有网络，手机存储也满了，内容没有保存下来。请不要关闭本页，有网络后再点提交。';
const PHOTO_LOST = '照片在手机上找不到了。请回到上一步去掉照片，重新添加后再提交。';

/** Not through the outbox: nothing of it may wait under somebody's account, and he should see it arrive. */
export function useSending({ now, change, kept }: UseTelling): Sending {
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [noticeGone, setNoticeGone] = useState(false);

  async function send(): Promise<Received | null> {
    setBusy(true);
    setSentence(null);
    try {
      const device = await deviceId();
      const checked = checkTelling(now(), device, await photoIds(device));
      if (checked.ok) return await call('submit-tip', checked.input);
      setSentence(Object.values(checked.sentences)[0] ?? null);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
    return null;
  }

  async function photoIds(device: string): Promise<string[]> {
    const { photos } = now();
    for (const path of photos) {
      if (now().sent[path]) continue;
      const id = await uploadTipPhoto(path, device);
      change({ sent: { ...now().sent, [path]: id } });
    }
    return photos.map((path) => now().sent[path]!);
  }

  function failed(error: unknown): void {
    const code = error instanceof RefusedError ? error.code : '';
    // They are sent once more with the next try.
    if (code === 'tip-photo-missing') change({ sent: {} });
    setNoticeGone(code === 'bounty-unknown');
    setSentence(wordsOf(error, kept));
  }

  return { busy, sentence, noticeGone, send };
}

function wordsOf(error: unknown, kept: boolean): string {
  if (error instanceof OfflineError) return kept ? KEPT : NOT_KEPT;
  return error instanceof LostFile ? PHOTO_LOST : sentenceOf(error);
}
