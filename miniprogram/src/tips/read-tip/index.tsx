import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { Branches, Notice, Page } from '../../components';
import { navAt } from '../../court/nav';
import { useQuery } from '../../query';
import { LIST_TIPS } from '../../routes';
import { Decide } from './decide';
import { Dispatch } from './dispatch';
import { Errands } from './errands';
import { Messages } from './messages';
import { OtherActs } from './other-acts';
import { OtherTips } from './other-tips';
import { Told } from './told';

export type Tip = OutputOf<'read-tip'>;

export interface PartProps {
  tip: Tip;
  onDone: (sentence: string) => void;
}

/** One tip: what was told, the talk about it, and the one thing that is to be done next. Who gave it is nowhere. */
export default function ReadTip() {
  const { tipId = '' } = useRouter().params;
  const [uncovered, uncover] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery('read-tip', { tipId, uncovered }, { keep: false });
  const finish = (sentence: string) => {
    setDone(sentence);
    void query.reload();
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <Page
      title="线索"
      lead="这次查看已留下记录。请不要抄录、转发，也不要打听是谁提供的。"
      nav={navAt(LIST_TIPS)}
      watermark={query.state === 'ready' ? query.data.watermark : true}
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      <Branches query={query} empty="">
        {(tip) => (
          <>
            <Told tip={tip} onUncover={() => uncover(true)} />
            {/* Nobody decides about what he has not read. */}
            {tip.covered ? null : (
              <>
                <Next tip={tip} onDone={finish} />
                <Messages tip={tip} onDone={finish} />
              </>
            )}
            <Errands tip={tip} />
            <OtherTips tip={tip} />
            <OtherActs tip={tip} onDone={finish} />
          </>
        )}
      </Branches>
    </Page>
  );
}

/** One main act at a time; where an officer is on his way, there is none. */
function Next({ tip, onDone }: PartProps) {
  switch (tip.state) {
    case 'received':
    case 'refused':
      return <Decide tip={tip} onDone={onDone} />;
    case 'accepted':
    case 'done':
      return <Dispatch tip={tip} onDone={onDone} />;
    case 'dispatched':
    case 'on-site':
      return <Notice>已经派出，等执行人员回报。经过写在下面。</Notice>;
    case 'false':
      return null;
  }
}
