import { useRef, useState } from 'react';
import { addToTip } from '../../../../shared/actions/add-to-tip';
import { call, uploadTipPhoto } from '../../api';
import { OfflineError, sentenceOf } from '../../errors';
import { checkForm, type Sentences } from '../../forms';
import { LostFile } from '../../platform/platform';
import { deviceId } from '../device';
import { drawHex } from '../random';

/** Stand for what is drawn only when it is sent. */
const ANY = '0'.repeat(32);

interface Adding {
  busy: boolean;
  sentence: string | null;
  wrong: Sentences;
  /** True once the court has it. */
  add: (words: string, paths: string[]) => Promise<boolean>;
}

/** One message. Sent again after a lost answer it keeps its name, so it arrives once; changed, it is another. */
export function useAdding(code: string): Adding {
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Sentences>({});
  const sent = useRef(new Map<string, string>());
  const attempt = useRef<{ content: string; once: string } | null>(null);

  async function add(words: string, paths: string[]): Promise<boolean> {
    const checked = checkForm(addToTip.input, { code, device: ANY, once: ANY, words });
    setWrong(checked.ok ? {} : checked.sentences);
    setSentence(null);
    if (!checked.ok) return false;
    setBusy(true);
    try {
      const device = await deviceId();
      const photos = await idsOf(paths, device);
      await call('add-to-tip', { code, device, once: await onceFor(words, photos), words, photos });
      attempt.current = null;
      sent.current.clear();
      return true;
    } catch (error) {
      setSentence(wordsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function idsOf(paths: string[], device: string): Promise<string[]> {
    for (const path of paths) {
      if (!sent.current.has(path)) sent.current.set(path, await uploadTipPhoto(path, device));
    }
    return paths.map((path) => sent.current.get(path)!);
  }

  async function onceFor(words: string, photos: string[]): Promise<string> {
    const content = JSON.stringify([words, photos]);
    if (attempt.current?.content !== content) attempt.current = { content, once: await drawHex() };
    return attempt.current.once;
  }

  return { busy, sentence, wrong, add };
}

function wordsOf(error: unknown): string {
  if (error instanceof OfflineError) return '没有网络，还没有送到。请不要离开本页，有网络后再点一次。';
  if (error instanceof LostFile) return '照片在手机上找不到了。请去掉照片，重新添加后再送。';
  return sentenceOf(error);
}
