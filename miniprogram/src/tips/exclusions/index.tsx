import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page } from '../../components';
import { navAt } from '../../court/nav';
import { useQuery } from '../../query';
import { EXCLUSIONS } from '../../routes';
import { Exclude } from './exclude';
import { ExcludedCard } from './excluded-card';

/** Who of the staff sees nothing of the tips of one case: a relative of a party, somebody of the debtor's village. */
export default function ExclusionsPage() {
  const [isAdding, add] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery('list-tip-exclusions', {}, { keep: false });
  const finish = (sentence: string) => {
    setDone(sentence);
    add(false);
    void query.reload();
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <Page
      title="线索回避"
      lead="和一件案件有关系的人，看不到这件案件的线索。例如当事人的亲属、被执行人同村的人。"
      nav={navAt(EXCLUSIONS)}
      watermark
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      <Branches query={query} empty="">
        {({ staff, exclusions }) => (
          <>
            {isAdding ? (
              <Exclude staff={staff} onDone={finish} onLeave={() => add(false)} />
            ) : (
              <Button
                name="add"
                onTap={() => {
                  setDone(null);
                  add(true);
                }}
              >
                让一个人回避
              </Button>
            )}
            {exclusions.length === 0 ? <Notice>现在没有人回避。</Notice> : null}
            {exclusions.map((one) => (
              <ExcludedCard excluded={one} key={`${one.accountId} ${one.caseId}`} onDone={finish} />
            ))}
          </>
        )}
      </Branches>
    </Page>
  );
}
