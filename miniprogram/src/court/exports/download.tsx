import { useState } from 'react';
import { useAct } from '../../act';
import { Button, Notice } from '../../components';
import { platform } from '../../platform';

interface DownloadProps {
  exportId: string;
  /** Neither over nor used up; what was fetched last is said even then. */
  isOpen: boolean;
  onFetched: () => void;
}

/** A desk's work: on the telephone a sentence says where. */
export function Download({ exportId, isOpen, onFetched }: DownloadProps) {
  const { busy, sentence, run } = useAct('get-export');
  const [saved, setSaved] = useState<string | null>(null);
  if (platform.kind === 'weapp') return isOpen ? <Notice>请在电脑上打开网页版下载。</Notice> : null;
  async function fetchIt(): Promise<void> {
    const file = await run({ exportId });
    if (!file) return;
    platform.saveFile(file);
    setSaved(`已下载 ${file.fileName}，${file.cases} 件，还能下载 ${file.fetchesLeft} 次。`);
    onFetched();
  }
  const name = `download:${exportId}`;
  return (
    <>
      {saved ? <Notice kind="done">{saved}</Notice> : null}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      {isOpen ? (
        <Button small name={name} busy={busy} busyText="正在准备…" onTap={() => void fetchIt()}>
          下载
        </Button>
      ) : null}
    </>
  );
}
