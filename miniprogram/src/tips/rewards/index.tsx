import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page, View } from '../../components';
import { navAt } from '../../court/nav';
import { Pager } from '../../court/pager';
import { useQuery } from '../../query';
import { REWARDS } from '../../routes';
import { hasRole, useSession } from '../../session';
import { Propose } from './propose';
import { RewardCard } from './reward-card';

/** Rewards: proposed by one, approved by two others, paid by the custodian. Nobody reads here who gets them. */
export default function Rewards() {
  const { me } = useSession();
  const [filter, setFilter] = useState<'open' | 'ended'>('open');
  const [page, setPage] = useState(1);
  const [isProposing, propose] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery(
    'list-rewards',
    { filter, page },
    { isEmpty: (data) => data.rewards.length === 0, keep: false },
  );
  const show = (next: typeof filter) => {
    setFilter(next);
    setPage(1);
    setDone(null);
  };
  const finish = (sentence: string) => {
    setDone(sentence);
    propose(false);
    void query.reload();
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <Page
      title="奖励"
      lead="一个人提议，另外两个人先后批准，再由身份保管员发放。这里看不到线索是谁提供的；查看会留下记录。"
      nav={navAt(REWARDS)}
      watermark
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      {isProposing ? <Propose onDone={finish} onLeave={() => propose(false)} /> : null}
      {!isProposing && hasRole(me, 'judge') ? (
        <Button
          name="propose"
          onTap={() => {
            setDone(null);
            propose(true);
          }}
        >
          提议一笔奖励
        </Button>
      ) : null}
      <View className="zq-filters" role="group" label="看哪些">
        <Button small kind={filter === 'open' ? 'secondary' : 'quiet'} onTap={() => show('open')}>
          正在办
        </Button>
        <Button small kind={filter === 'ended' ? 'secondary' : 'quiet'} onTap={() => show('ended')}>
          已办完
        </Button>
      </View>
      <Branches query={query} empty={filter === 'open' ? '现在没有正在办的奖励。' : '还没有办完的奖励。'}>
        {(data) => (
          <>
            {data.rewards.map((one) => (
              <RewardCard reward={one} key={`${one.rewardId} ${one.state}`} onDone={finish} />
            ))}
            <Pager page={data.page} pages={data.pages} total={data.total} unit="笔" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
