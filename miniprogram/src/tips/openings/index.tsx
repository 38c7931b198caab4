import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { OPENING_HOURS } from '../../../../shared/cases/tip';
import { Branches, Button, Notice, Page } from '../../components';
import { navAt } from '../../court/nav';
import { useQuery } from '../../query';
import { OPENINGS } from '../../routes';
import { hasRole, useSession } from '../../session';
import { Ask, type Asked } from './ask';
import { Identity } from './identity';
import { OpeningCard } from './opening-card';
import { ToPay } from './to-pay';

type Openings = OutputOf<'list-tipster-openings'>;
/** Who gave the tip, and for which number he is shown. */
export interface Shown {
  number: number;
  who: OutputOf<'open-tipster'>;
}

/** Who gave a tip stays closed until one person asks and another grants; both names stand in the record. */
export default function OpeningsPage() {
  const { me } = useSession();
  const [asking, ask] = useState<Asked | null>(null);
  const [shown, show] = useState<Shown | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery('list-tipster-openings', {}, { keep: false });
  const isCustodian = hasRole(me, 'tip-custodian');
  const finish = (sentence: string) => {
    setDone(sentence);
    ask(null);
    void query.reload();
    toTop();
  };
  const start = (asked: Asked) => {
    setDone(null);
    ask(asked);
    toTop();
  };
  const close = () => {
    show(null);
    void query.reload();
  };
  // A page that another one covers stays alive; the name on it must not, nor one that arrives meanwhile.
  useDidHide(() => show(null));
  useDidShow(() => show(null));
  return (
    <Page
      title="身份保管"
      lead={`线索是谁提供的，平时谁也看不到。要看的先申请，由另一个人批准，批准后 ${OPENING_HOURS} 小时内有效。每打开一次，都会记下申请人和批准人两个人的姓名、时间和理由。`}
      nav={navAt(OPENINGS)}
      watermark={shown?.who.watermark ?? true}
    >
      {shown ? <Identity shown={shown} onClose={close} /> : null}
      {done && !shown ? <Notice kind="done">{done}</Notice> : null}
      {shown ? null : (
        <>
          {isCustodian && asking ? (
            <Ask key={asking.number} asked={asking} onDone={finish} onLeave={() => ask(null)} />
          ) : null}
          {isCustodian && !asking ? (
            <Button name="ask" onTap={() => start({ number: '', reason: null })}>
              申请打开身份
            </Button>
          ) : null}
          <Branches query={query} empty="">
            {(data) => (
              <>
                {isCustodian ? <ToPay data={data} onAsk={start} onDone={finish} /> : null}
                <Requests data={data} onShow={show} onDone={finish} />
              </>
            )}
          </Branches>
        </>
      )}
    </Page>
  );
}

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0 });

interface RequestsProps {
  data: Openings;
  onShow: (shown: Shown) => void;
  onDone: (sentence: string) => void;
}

function Requests({ data: { openings }, onShow, onDone }: RequestsProps) {
  if (openings.length === 0) return <Notice>还没有人申请打开过身份。</Notice>;
  return openings.map((one) => (
    <OpeningCard opening={one} key={`${one.openingId} ${one.state}`} onShow={onShow} onDone={onDone} />
  ));
}
