import { useState } from 'react';
import type { InputOf } from '../../../../shared/actions';
import { Branches, Button, Notice, Page, View } from '../../components';
import { navAt } from '../../court/nav';
import { Pager } from '../../court/pager';
import { useQuery } from '../../query';
import { LIST_TIPS } from '../../routes';
import { OnDuty } from './on-duty';
import { TipTable } from './tip-table';
import { useWhileShown } from './use-while-shown';

type Filter = InputOf<'list-tips'>['filter'];

const EVERY_MS = 60_000;
const FILTERS: { value: Filter; word: string; empty: string }[] = [
  { value: 'waiting', word: '等处理', empty: '现在没有等处理的线索。有新的会提醒值班的人，本页每分钟更新。' },
  { value: 'running', word: '核查中', empty: '现在没有正在核查的线索。' },
  { value: 'ended', word: '已结束', empty: '还没有结束的线索。' },
];

/** The duty desk: what is overdue first, then by the clock. */
export default function ListTips() {
  const [filter, setFilter] = useState<Filter>('waiting');
  const [page, setPage] = useState(1);
  // An empty list still says who is on duty, so no answer counts as empty.
  const query = useQuery('list-tips', { filter, page }, { keep: false });
  useWhileShown(query.reload, EVERY_MS);
  const show = (next: Filter) => {
    setFilter(next);
    setPage(1);
  };
  const { empty } = FILTERS.find(({ value }) => value === filter)!;
  return (
    <Page
      title="线索值班"
      lead="先办超时的。这里不显示线索内容；打开看内容会留下记录。"
      nav={navAt(LIST_TIPS)}
      watermark={query.state === 'ready' ? query.data.watermark : true}
    >
      <View className="zq-filters" role="group" label="看哪些">
        {FILTERS.map(({ value, word }) => (
          <Button
            small
            key={value}
            name={value}
            kind={value === filter ? 'secondary' : 'quiet'}
            onTap={() => show(value)}
          >
            {word}
          </Button>
        ))}
      </View>
      <Branches query={query} empty={empty}>
        {(data) => (
          <>
            <OnDuty names={data.onDuty} />
            {data.tips.length > 0 ? <TipTable rows={data.tips} /> : <Notice>{empty}</Notice>}
            <Pager page={data.page} pages={data.pages} total={data.total} unit="条" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
