import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { call, uploadPhoto } from '../../api';
import { Branches, Card, FilePick, Heading, Notice, Page, Row, Tag } from '../../components';
import { sentenceOf } from '../../errors';
import { useQuery } from '../../query';
import { GET_IMPORT, LIST_IMPORTS } from '../../routes';
import { IMPORT_STATE_TONES, IMPORT_STATE_WORDS } from '../import-words';
import { navAt } from '../nav';

type Summary = OutputOf<'list-imports'>['imports'][number];

const open = (batchId: string) => void Taro.navigateTo({ url: `${GET_IMPORT}?batchId=${batchId}` });

/** A court's case list comes in: choose the file, and read the report of every row before anything is imported. */
export default function ListImports() {
  const query = useQuery('list-imports', {}, { isEmpty: (data) => data.imports.length === 0 });
  return (
    <Page
      title="导入案件"
      lead="选一份案件清单（Excel 的 .xlsx，或 .csv），最多 5000 行、10 MB。先检查，看过报告再导入；原文件不保存。"
      nav={navAt(LIST_IMPORTS)}
      watermark
    >
      <ChooseList />
      <Heading level={2}>以前的导入</Heading>
      <Branches query={query} empty="还没有导入过。">
        {({ imports }) => imports.map((one) => <ImportCard summary={one} key={one.batchId} />)}
      </Branches>
    </Page>
  );
}

function ChooseList() {
  const [step, setStep] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  async function check(path: string): Promise<void> {
    setSentence(null);
    try {
      setStep('正在上传…');
      const fileId = await uploadPhoto(path, 'case-list');
      setStep('正在逐行检查…');
      const { batchId } = await call('check-case-list', { fileId });
      open(batchId);
    } catch (error) {
      setSentence(sentenceOf(error));
    } finally {
      setStep(null);
    }
  }
  if (step) return <Notice>{`${step}请不要关闭页面。`}</Notice>;
  return (
    <>
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      <FilePick
        name="case-list"
        label="选择案件清单"
        kind="list"
        count={1}
        onPick={([path]) => void (path && check(path))}
      />
    </>
  );
}

function ImportCard({ summary }: { summary: Summary }) {
  const { totals } = summary;
  return (
    <Card
      title={summary.fileName}
      tag={<Tag tone={IMPORT_STATE_TONES[summary.state]}>{IMPORT_STATE_WORDS[summary.state]}</Tag>}
      onTap={() => open(summary.batchId)}
      name={`import:${summary.batchId}`}
    >
      <Row label="检查时间">{showMoment(new Date(summary.checkedAt))}</Row>
      <Row label="结果">{`${totals.rows} 行，可导入 ${totals.cases} 件；错误 ${totals.errors}，提醒 ${totals.warnings}，已自动改正 ${totals.corrected}`}</Row>
    </Card>
  );
}
