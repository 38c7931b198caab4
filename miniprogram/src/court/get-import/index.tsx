import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Branches, Button, Card, DeskTable, Notice, Page, Row, Tag, View } from '../../components';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { LIST_IMPORTS, SETTLE_ADDRESS } from '../../routes';
import { Deed } from '../deed';
import { IMPORT_STATE_WORDS, LEVEL_TONES, LEVEL_WORDS } from '../import-words';
import { navAt } from '../nav';

type Import = OutputOf<'get-import'>;

const POLL_MS = 1000;
const SHOWN_AT_FIRST = 100;

/** The report of a list: every row's problems, then import what is valid, then undo for a day. */
export default function GetImport() {
  const { batchId = '' } = useRouter().params;
  const query = useQuery('get-import', { batchId }, { keep: false });
  const reload = () => void query.reload();
  return (
    <Page title="检查报告" nav={navAt(LIST_IMPORTS)} watermark>
      <Branches query={query} empty="">
        {(batch) => (
          <>
            <Totals batch={batch} />
            <Doings batch={batch} reload={reload} />
            <Problems batch={batch} />
          </>
        )}
      </Branches>
    </Page>
  );
}

function Totals({ batch }: { batch: Import }) {
  const { totals, outcome } = batch;
  return (
    <Card title={batch.fileName} tag={<Tag>{IMPORT_STATE_WORDS[batch.state]}</Tag>}>
      <Row label="一共">{`${totals.rows} 行`}</Row>
      <Row label="可以导入">{`${totals.cases} 件（${totals.valid} 行）`}</Row>
      <Row label="有错误">{`${totals.errors} 处，所在案件不导入，改好后可再传一次`}</Row>
      <Row label="请核对">{`${totals.warnings} 处`}</Row>
      <Row label="已自动改正">{`${totals.corrected} 处`}</Row>
      <Row label="跳过">{`${totals.skipped} 行（标题、合计、隐藏行）`}</Row>
      {outcome ? (
        <Row label="导入结果">
          {`新增 ${outcome.created} 件，更新 ${outcome.updated} 件，未变 ${outcome.unchanged} 件，地址待认领 ${outcome.unmatchedAddresses} 人`}
        </Row>
      ) : null}
    </Card>
  );
}

function Doings({ batch, reload }: { batch: Import; reload: () => void }) {
  if (batch.state === 'checked') return <Commit batch={batch} reload={reload} />;
  if (batch.state === 'committing') return <Committing batch={batch} reload={reload} />;
  if (batch.state !== 'committed') return null;
  const { batchId, undoUntil, outcome } = batch;
  return (
    <>
      {outcome && outcome.unmatchedAddresses > 0 ? (
        <Button onTap={() => void Taro.navigateTo({ url: SETTLE_ADDRESS })}>
          {`去认领 ${outcome.unmatchedAddresses} 个地址`}
        </Button>
      ) : null}
      {undoUntil ? (
        <>
          <Notice>{`${showMoment(new Date(undoUntil))}以前可以整批撤销；已经开始办理的案件会保留。`}</Notice>
          <Deed action="undo-import" input={{ batchId }} done="已撤销这一批。" kind="danger" onDone={reload}>
            撤销这一批
          </Deed>
        </>
      ) : null}
    </>
  );
}

function Commit({ batch, reload }: { batch: Import; reload: () => void }) {
  const act = useAct('commit-import');
  const marked = useAct('get-marked-list');
  async function commit(): Promise<void> {
    await act.run({ batchId: batch.batchId });
    reload();
  }
  async function download(): Promise<void> {
    const answer = await marked.run({ batchId: batch.batchId });
    if (answer) platform.openFile(answer.url);
  }
  const sentence = act.sentence ?? marked.sentence;
  return (
    <>
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      {act.busy ? <Progress batchId={batch.batchId} /> : null}
      {batch.totals.cases > 0 ? (
        <Button busy={act.busy} busyText="正在导入…" name="commit-import" onTap={() => void commit()}>
          {`导入可以导入的 ${batch.totals.cases} 件`}
        </Button>
      ) : (
        <Notice kind="warning">没有一件可以导入。请按下面的建议改好清单，再上传一次。</Notice>
      )}
      <Button kind="secondary" busy={marked.busy} onTap={() => void download()}>
        下载标好错误的清单
      </Button>
    </>
  );
}

/** How far the import is, asked again every second while it runs. */
function Progress({ batchId }: { batchId: string }) {
  const query = useQuery('get-import', { batchId }, { keep: false });
  useEffect(() => {
    const timer = setInterval(() => void query.reload(), POLL_MS);
    return () => clearInterval(timer);
  }, [query.reload]);
  if (query.state !== 'ready' || query.data.progress.total === 0) return null;
  return <Notice>{`已导入 ${query.data.progress.done} / ${query.data.progress.total} 件`}</Notice>;
}

/** Somebody else, or another window, is importing this list. */
function Committing({ batch, reload }: { batch: Import; reload: () => void }) {
  return (
    <>
      <Notice>{`正在导入：${batch.progress.done} / ${batch.progress.total} 件`}</Notice>
      <Button kind="secondary" onTap={reload}>
        刷新进度
      </Button>
    </>
  );
}

function Problems({ batch }: { batch: Import }) {
  const [all, showAll] = useState(false);
  if (batch.problems.length === 0) return <Notice kind="done">每一行都没有问题。</Notice>;
  const shown = all ? batch.problems : batch.problems.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <DeskTable
        caption="逐行检查结果"
        rows={shown}
        keyOf={(one) => `${one.row} ${one.column} ${one.problem} ${one.original}`}
        columns={[
          { key: 'row', title: '行', right: true, cell: (one) => String(one.row) },
          { key: 'column', title: '列', cell: (one) => one.column },
          {
            key: 'level',
            title: '程度',
            cell: (one) => <Tag tone={LEVEL_TONES[one.level]}>{LEVEL_WORDS[one.level]}</Tag>,
          },
          { key: 'original', title: '原来写的', cell: (one) => one.original },
          { key: 'problem', title: '问题', cell: (one) => one.problem },
          { key: 'suggestion', title: '怎么办', cell: (one) => one.suggestion },
        ]}
      />
      {shown.length < batch.problems.length ? (
        <View>
          <Button kind="quiet" onTap={() => showAll(true)}>
            {`再看其余 ${batch.problems.length - shown.length} 条`}
          </Button>
        </View>
      ) : null}
    </>
  );
}
