import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page, View } from '../../components';
import { useQuery } from '../../query';
import { UNDELIVERED } from '../../routes';
import { navAt } from '../nav';
import { Pager } from '../pager';
import { CallTable, type Undelivered } from './call-table';
import { Handle } from './handle';

/** Whom no message reached: call, and write down what came of it. */
export default function UndeliveredPage() {
  const [filter, setFilter] = useState<'open' | 'handled'>('open');
  const [page, setPage] = useState(1);
  const [chosen, choose] = useState<Undelivered | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery(
    'list-undelivered',
    { filter, page },
    { isEmpty: (data) => data.undelivered.length === 0, keep: false },
  );
  const show = (next: typeof filter) => {
    setFilter(next);
    setPage(1);
    choose(null);
    setDone(null);
  };
  const pick = (row: Undelivered) => {
    setDone(null);
    choose(row);
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  const finish = (sentence: string) => {
    setDone(sentence);
    choose(null);
    void query.reload();
  };
  return (
    <Page
      title="没有送到，请打电话"
      lead="这些提醒系统发不到，或者不知道有没有送到。请照着号码打电话，再把结果记下来；查看号码会留下记录。"
      nav={navAt(UNDELIVERED)}
      watermark
    >
      <View className="zq-filters" role="group" label="看哪些">
        <Button small kind={filter === 'open' ? 'secondary' : 'quiet'} onTap={() => show('open')}>
          还没处理
        </Button>
        <Button small kind={filter === 'handled' ? 'secondary' : 'quiet'} onTap={() => show('handled')}>
          已经处理
        </Button>
      </View>
      {done ? <Notice kind="done">{done}</Notice> : null}
      {chosen ? (
        <Handle key={chosen.noticeId} row={chosen} onDone={finish} onLeave={() => choose(null)} />
      ) : null}
      <Branches
        query={query}
        empty={filter === 'open' ? '现在没有要打的电话，提醒都送到了。' : '还没有处理过。'}
      >
        {(data) => (
          <>
            <CallTable rows={data.undelivered} handled={filter === 'handled'} onPick={pick} />
            <Pager page={data.page} pages={data.pages} total={data.total} unit="条" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
