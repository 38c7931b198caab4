import { useState } from 'react';
import { useAct } from '../../act';
import { Button, Notice } from '../../components';
import { platform } from '../../platform';

/** A desk's work: on the telephone a sentence says where. */
export function Download({ exportId, onFetched }: { exportId: string; onFetched: () => void }) {
  const { busy, sentence, run } = useAct('get-export');
  const [saved, setSaved] = useState<string | null>(null);
  if (platform.kind === 'weapp') return <Notice>请在电脑上打开网页版下载。</Notice>;
  async function fetchIt(): Promise<void> {
    const file = await run({ exportId });
    if (!file) return;
    platform.saveFile(file);
    setSaved(`已下载 ${file.fileName}，${file.cases} 件，还能下载 ${file.fetchesLeft} 次。`);
    onFetched();
  }
  return (
    <>
      {saved ? <Notice kind="done">{saved}</Notice> : null}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <Button
        small
        name={`download:${exportId}`}
        busy={busy}
        busyText="正在准备…"
        onTap={() => void fetchIt()}
      >
        下载
      </Button>
    </>
  );
}
