import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page } from '../../components';
import { useQuery } from '../../query';
import { BOUNTIES } from '../../routes';
import { hasRole, useSession } from '../../session';
import { navAt } from '../nav';
import { Pager } from '../pager';
import { Apply } from './apply';
import { BountyCard } from './bounty-card';
import { FILTERS, type Filter, Filters } from './filters';

/** Bounty notices: one person decides and writes, another looks and publishes. */
export default function Bounties() {
  const { me } = useSession();
  const [filter, setFilter] = useState<Filter>('waiting');
  const [page, setPage] = useState(1);
  const [isApplying, apply] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery(
    'list-bounties',
    { filter, page },
    { isEmpty: (data) => data.bounties.length === 0, keep: false },
  );
  const show = (next: Filter) => {
    setFilter(next);
    setPage(1);
    setDone(null);
  };
  const finish = (sentence: string) => {
    setDone(sentence);
    apply(false);
    void query.reload();
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <Page
      title="悬赏公告"
      lead="申请执行人书面申请的，十日内决定。写公告的和审核发布的，要是两个人。公告里不写地址、电话，也不写申请执行人的姓名。"
      nav={navAt(BOUNTIES)}
      watermark
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      {isApplying ? <Apply onDone={finish} onLeave={() => apply(false)} /> : null}
      {!isApplying && hasRole(me, 'clerk') ? (
        <Button
          name="apply"
          onTap={() => {
            setDone(null);
            apply(true);
          }}
        >
          登记书面申请
        </Button>
      ) : null}
      <Filters chosen={filter} onChoose={show} />
      <Branches query={query} empty={FILTERS[filter].empty}>
        {(data) => (
          <>
            {data.bounties.map((one) => (
              <BountyCard bounty={one} key={`${one.bountyId} ${one.state}`} onDone={finish} />
            ))}
            <Pager page={data.page} pages={data.pages} total={data.total} unit="份" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
