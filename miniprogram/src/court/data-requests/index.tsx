import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page, View } from '../../components';
import { useQuery } from '../../query';
import { DATA_REQUESTS } from '../../routes';
import { navAt } from '../nav';
import { Pager } from '../pager';
import { Answer } from './answer';
import { type DataRequest, RequestTable } from './request-table';

/** What people ask of what is held about them; each is answered within fifteen working days. */
export default function DataRequests() {
  const [filter, setFilter] = useState<'open' | 'decided'>('open');
  const [page, setPage] = useState(1);
  const [chosen, choose] = useState<DataRequest | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery(
    'list-data-requests',
    { filter, page },
    { isEmpty: (data) => data.requests.length === 0, keep: false },
  );
  const show = (next: typeof filter) => {
    setFilter(next);
    setPage(1);
    choose(null);
    setDone(null);
  };
  const pick = (row: DataRequest) => {
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
      title="个人信息申请"
      lead="本人要求更正、删除个人信息的，收到后十五个工作日内答复。同意的马上照办，不同意的写明依据和理由；查看会留下记录。"
      nav={navAt(DATA_REQUESTS)}
      watermark
    >
      <View className="zq-filters" role="group" label="看哪些">
        <Button small kind={filter === 'open' ? 'secondary' : 'quiet'} onTap={() => show('open')}>
          还没答复
        </Button>
        <Button small kind={filter === 'decided' ? 'secondary' : 'quiet'} onTap={() => show('decided')}>
          已经答复
        </Button>
      </View>
      {done ? <Notice kind="done">{done}</Notice> : null}
      {chosen ? (
        <Answer key={chosen.requestId} row={chosen} onDone={finish} onLeave={() => choose(null)} />
      ) : null}
      <Branches query={query} empty={filter === 'open' ? '现在没有要答复的申请。' : '还没有答复过。'}>
        {(data) => (
          <>
            <RequestTable rows={data.requests} decided={filter === 'decided'} onPick={pick} />
            <Pager page={data.page} pages={data.pages} total={data.total} unit="项" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
