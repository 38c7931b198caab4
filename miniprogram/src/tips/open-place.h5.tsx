import { useState } from 'react';
import { Button, Notice, Text } from '../components';
import { type Point, pointWords } from './open-place.types';

/**
 * A browser opens no map: the place would go to its maker. Straight to the clipboard, because Taro's own way also
 * writes to this browser's storage.
 */
export function OpenPlace({ point }: { point: Point }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const words = pointWords(point);
  async function copy(): Promise<void> {
    // There is no clipboard where the page did not come by https.
    const didCopy = navigator.clipboard?.writeText(words).then(
      () => true,
      () => false,
    );
    setCopied((await didCopy) ?? false);
  }
  return (
    <>
      <Text className="zq-nowrap">{words}</Text>
      <Button small kind="secondary" name="copy-place" onTap={() => void copy()}>
        复制坐标
      </Button>
      {copied === true ? <Notice kind="done">已复制，可以粘贴到地图里查找。</Notice> : null}
      {copied === false ? <Notice kind="warning">没有复制上，请照着坐标输入。</Notice> : null}
    </>
  );
}
