import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { CASE_STATUS_WORDS } from '../../../../shared/cases/case-status';
import { SIDE_WORDS } from '../../../../shared/cases/wording';
import { showDay } from '../../../../shared/day';
import { Branches, Button, Card, Page, Row, Tag } from '../../components';
import { address, go, myCasePath } from '../../parties/go';
import { useQuery } from '../../query';
import { CLAIM_ACCESS } from '../../routes';

type Line = OutputOf<'list-my-cases'>['cases'][number];

/** The cases of a party; whoever has one only goes straight to it, unless he asked for the list (`?all=1`). */
export default function MyCases() {
  const query = useQuery('list-my-cases', {}, { isEmpty: ({ cases }) => cases.length === 0 });
  const { all } = useRouter().params;
  // Last time's answer may not know of the second case.
  const fresh = query.state === 'ready' && !query.stale ? query.data.cases : [];
  const only = fresh.length === 1 && !all ? fresh[0] : undefined;
  const url = only && address(myCasePath(only.side), { caseId: only.caseId });
  useEffect(() => {
    if (url) void Taro.redirectTo({ url });
  }, [url]);
  return (
    <Page title="我的案件" watermark>
      <Branches query={query} empty="这里还没有您的案件。请用短信里的查询码查询。">
        {({ cases }) => cases.map((line) => <CaseCard line={line} key={`${line.caseId} ${line.side}`} />)}
      </Branches>
      <Button kind="secondary" onTap={() => go(CLAIM_ACCESS)}>
        用查询码添加案件
      </Button>
    </Page>
  );
}

function CaseCard({ line }: { line: Line }) {
  const { caseId, taskNumber, side, status, dueDay, counterpart, asProxy } = line;
  return (
    <Card
      title={`对方：${counterpart}`}
      tag={<Tag tone={status === 'performed' ? 'done' : 'going'}>{CASE_STATUS_WORDS[status]}</Tag>}
      name={caseId}
      onTap={() => go(myCasePath(side), { caseId })}
    >
      <Row label="您是">
        {SIDE_WORDS[side]}
        {asProxy ? '的代办人' : ''}
      </Row>
      <Row label="履行期限">{showDay(dueDay)}</Row>
      <Row label="查询编号">{taskNumber}</Row>
    </Card>
  );
}
