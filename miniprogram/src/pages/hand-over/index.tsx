import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { handOver } from '../../../../shared/actions/hand-over';
import { showDay } from '../../../../shared/day';
import { useAct } from '../../act';
import { BigChoice, Branches, Button, Card, DayField, Heading, Notice, Page, Row } from '../../components';
import { checkForm, type Sentences } from '../../forms';
import { useQuery } from '../../query';

type HandOvers = OutputOf<'get-hand-overs'>;
type Line = HandOvers['given'][number];

/** Holidays: a colleague sees and does one's tasks for some days, and it ends by itself. */
export default function HandOver() {
  const query = useQuery('get-hand-overs', {}, { keep: false });
  const again = () => void query.reload();
  return (
    <Page
      title="请假交接"
      lead="请假期间由同事代您收任务、看材料、办任务。到期自动结束，您自己也随时可以收回。"
    >
      <Branches query={query} empty="">
        {(data) => (
          <>
            {data.given.map((line) => (
              <Given line={line} key={line.handOverId} onEnded={again} />
            ))}
            <NewHandOver colleagues={data.colleagues} onDone={again} />
            {data.taken.length > 0 ? <Heading level={2}>同事交给您的</Heading> : null}
            {data.taken.map((line) => (
              <Card title={`代${line.name}办理`} key={line.handOverId}>
                <Days line={line} />
              </Card>
            ))}
          </>
        )}
      </Branches>
    </Page>
  );
}

const Days = ({ line }: { line: Line }) => (
  <Row label={line.isRunning ? '正在代办' : '还没开始'}>{`${showDay(line.from)}到${showDay(line.to)}`}</Row>
);

function Given({ line, onEnded }: { line: Line; onEnded: () => void }) {
  const { busy, sentence, run } = useAct('end-hand-over');
  async function end(): Promise<void> {
    if (await run({ handOverId: line.handOverId })) onEnded();
  }
  return (
    <Card title={`已交给${line.name}`}>
      <Days line={line} />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button small kind="secondary" name={`end:${line.handOverId}`} busy={busy} onTap={() => void end()}>
        现在收回
      </Button>
    </Card>
  );
}

interface NewProps {
  colleagues: HandOvers['colleagues'];
  onDone: () => void;
}

function NewHandOver({ colleagues, onDone }: NewProps) {
  const [toAccountId, setTo] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setLast] = useState('');
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, run } = useAct('hand-over');

  async function save(): Promise<void> {
    const checked = checkForm(handOver.input, { toAccountId, from, to });
    setWrong(checked.ok ? {} : checked.sentences);
    if (checked.ok && (await run(checked.input))) onDone();
  }

  if (colleagues.length === 0) {
    return (
      <Notice>没有可以代您的同事：联络员交给同一个镇街的，执行团队交给本院团队的。请联系管理员。</Notice>
    );
  }
  return (
    <Card title="交给同事">
      <BigChoice
        name="toAccountId"
        label="交给谁"
        choices={colleagues.map(({ accountId, name, post }) => ({
          value: accountId,
          word: name,
          hint: post,
        }))}
        value={toAccountId}
        onChoose={setTo}
        error={wrong.toAccountId ? '请选择一位同事。' : undefined}
      />
      <DayField name="from" label="从哪天起" value={from} onChange={setFrom} error={wrong.from} />
      <DayField
        name="to"
        label="到哪天止（含这一天）"
        value={to}
        onChange={setLast}
        from={from || undefined}
        error={wrong.to}
      />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button name="hand-over" busy={busy} busyText="正在保存…" onTap={() => void save()}>
        确定交接
      </Button>
    </Card>
  );
}
