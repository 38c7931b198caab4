import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Heading, Notice, Page } from '../../components';
import { navAt } from '../../court/nav';
import { useQuery } from '../../query';
import { ERRANDS } from '../../routes';
import { type Errand, ErrandCard } from './errand-card';

/** Where an officer is sent: one tap each for going and arriving, then what came of it. */
export default function Errands() {
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery('list-errands', {}, { isEmpty: (data) => data.errands.length === 0, keep: false });
  const finish = (sentence: string) => {
    setDone(sentence);
    void query.reload();
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <Page
      title="派出任务"
      lead="先答复去不去，到了点“已到现场”，再报告结果。注意安全，不要说起线索是怎么来的。"
      nav={navAt(ERRANDS)}
      watermark={query.state === 'ready' ? query.data.watermark : true}
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      <Branches query={query} empty="现在没有派给您的任务，有新的会提醒您。">
        {({ errands }) => <Groups errands={errands} onDone={finish} />}
      </Branches>
    </Page>
  );
}

function Groups({ errands, onDone }: { errands: Errand[]; onDone: (sentence: string) => void }) {
  const isOver = ({ state }: Errand) => state === 'done' || state === 'declined';
  const open = errands.filter((errand) => !isOver(errand));
  const over = errands.filter(isOver);
  const card = (errand: Errand) => <ErrandCard errand={errand} onDone={onDone} key={errand.errandId} />;
  return (
    <>
      {open.length === 0 ? <Notice>现在没有要办的任务。</Notice> : null}
      {open.map(card)}
      {over.length > 0 ? <Heading level={2}>已经答复完的</Heading> : null}
      {over.map(card)}
    </>
  );
}
