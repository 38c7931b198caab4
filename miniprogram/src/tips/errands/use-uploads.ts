import { useRef, useState } from 'react';
import { uploadPhoto } from '../../api';
import { sentenceOf } from '../../errors';
import { LostFile } from '../../platform/platform';

const LOST = '有一张照片已经不在手机上了。请去掉它，重新拍一张再报告。';

/** Sends photos one after another; what has arrived is not sent again after a failure. */
export function useUploads() {
  const arrived = useRef(new Map<string, string>());
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);

  /** Their ids in the same order, or null when one did not go through. */
  async function send(paths: readonly string[]): Promise<string[] | null> {
    setBusy(true);
    setSentence(null);
    try {
      for (const path of paths) {
        if (!arrived.current.has(path)) arrived.current.set(path, await uploadPhoto(path, 'tip-evidence'));
      }
      return paths.map((path) => arrived.current.get(path)!);
    } catch (error) {
      setSentence(error instanceof LostFile ? LOST : sentenceOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { busy, sentence, send };
}
