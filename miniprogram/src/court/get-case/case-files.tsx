import { useAct } from '../../act';
import { Button, Notice } from '../../components';
import { platform } from '../../platform';

/** Photos of a case, opened one at a time by a short-lived address; each look is recorded. */
export function CaseFiles({ fileIds }: { fileIds: string[] }) {
  const act = useAct('get-file-url');
  async function open(fileId: string): Promise<void> {
    const answer = await act.run({ fileId });
    if (answer) platform.openFile(answer.url);
  }
  return (
    <>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      {fileIds.map((fileId, index) => (
        <Button small kind="quiet" key={fileId} onTap={() => void open(fileId)}>
          {`查看照片 ${index + 1}`}
        </Button>
      ))}
    </>
  );
}
