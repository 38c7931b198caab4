import { useState } from 'react';
import { Button, Card, Notice, TextArea } from '../../components';
import { Photos } from './photos';
import { useAdding } from './use-adding';

interface AnswerProps {
  code: string;
  addition: string;
  onSent: () => void;
}

/** An answer to the court, or what he has learned since. Written down nowhere but here. */
export function Answer({ code, addition, onSent }: AnswerProps) {
  const [words, setWords] = useState(addition);
  const [paths, setPaths] = useState<string[]>([]);
  const [sent, setSent] = useState(false);
  const { busy, sentence, wrong, add } = useAdding(code);

  async function send(): Promise<void> {
    setSent(false);
    if (!(await add(words, paths))) return;
    setWords('');
    setPaths([]);
    setSent(true);
    onSent();
  }

  return (
    <Card title="回答法院，或者补充">
      <TextArea
        name="words"
        label="您想说什么"
        hint="不要写您自己的姓名和电话"
        maxLength={2000}
        value={words}
        onChange={setWords}
        error={wrong.words}
      />
      <Photos paths={paths} onChange={setPaths} error={wrong.photos} />
      {sent ? <Notice kind="done">已送到法院。请过几个小时再来看有没有答复。</Notice> : null}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <Button name="add-to-tip" busy={busy} busyText="正在送出…" onTap={() => void send()}>
        送给法院
      </Button>
    </Card>
  );
}
