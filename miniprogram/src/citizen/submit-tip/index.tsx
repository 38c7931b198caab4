import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { BEFORE_TELLING } from '../../../../shared/cases/tip';
import { Button, Notice, Page, View } from '../../components';
import { OtherWays } from '../../parties/other-ways';
import { platform } from '../../platform';
import { Form } from './form';
import { additionOf } from './input';
import { ReceivedTip } from './received';
import type { Received } from './use-sending';
import { useTelling } from './use-telling';

interface Arrived {
  received: Received;
  code: string;
  addition: string;
}

/** Telling what one knows: no account, no name, and no question where one is. */
export default function SubmitTip() {
  const { number = '' } = useRouter().params;
  const use = useTelling(decodeURIComponent(number));
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const [wiped, setWiped] = useState(false);
  useEffect(() => platform.hideShareMenu(), []);
  const { telling, change } = use;

  async function arrive(received: Received): Promise<void> {
    setArrived({ received, code: telling.code, addition: additionOf(telling) });
    await use.forget();
  }

  function startAgain(): void {
    use.startAgain();
    setWiped(true);
  }

  if (arrived) {
    return (
      <Page title="法院已经收到">
        <ReceivedTip {...arrived} />
      </Page>
    );
  }
  return (
    <Page title="我有线索" lead="把您知道的财产线索告诉法院。不用登录，不用写姓名。">
      {wiped ? <Notice kind="done">这部手机上的记录已经清除。</Notice> : null}
      {telling.understood ? (
        <Form use={use} onReceived={(received) => void arrive(received)} onWiped={startAgain} />
      ) : (
        <Warnings onUnderstood={() => change({ understood: true })} />
      )}
      <OtherWays>拨打下方法院电话，或者到法院当面说。</OtherWays>
    </Page>
  );
}

function Warnings({ onUnderstood }: { onUnderstood: () => void }) {
  return (
    <>
      {BEFORE_TELLING.map((words, index) => (
        <View className="zq-text" key={words}>
          {`${index + 1}. ${words}`}
        </View>
      ))}
      <Button name="understood" onTap={onUnderstood}>
        我知道了，继续
      </Button>
    </>
  );
}
