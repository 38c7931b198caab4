import { useAct } from '../../act';
import { Button, Notice } from '../../components';
import { platform } from '../../platform';

/** The photos that came with it; each look is written down. */
export function Proofs({ fileIds }: { fileIds: string[] }) {
  const { busy, sentence, run } = useAct('get-file-url');

  async function open(fileId: string): Promise<void> {
    const answer = await run({ fileId });
    if (answer) platform.openFile(answer.url);
  }

  return (
    <>
      {fileIds.map((fileId, index) => (
        <Button small kind="secondary" busy={busy} key={fileId} onTap={() => void open(fileId)}>
          {`看凭证照片 ${index + 1}`}
        </Button>
      ))}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
    </>
  );
}
