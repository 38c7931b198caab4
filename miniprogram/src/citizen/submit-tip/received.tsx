import Taro from '@tarojs/taro';
import { TIP_CLOCK_MINUTES } from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { Button, Card, Heading, Notice, View } from '../../components';
import { HOME, MY_TIP } from '../../routes';
import { handOn } from '../handed-on';
import { ReceiptCode } from '../receipt-code';
import { Wipe } from '../wipe';
import type { Received } from './use-sending';

const HOURS = TIP_CLOCK_MINUTES.received! / 60;

interface ReceivedProps {
  received: Received;
  code: string;
  /** What the court may not have, where an earlier try had arrived. */
  addition: string;
}

/** The court has it: its number, the code once more, and what comes next. */
export function ReceivedTip({ received, code, addition }: ReceivedProps) {
  const { number, receivedAt, receivedEarlier } = received;
  const look = (words = '') => {
    handOn({ code, words });
    // Not left open underneath: the code stands on it.
    void Taro.redirectTo({ url: MY_TIP });
  };
  return (
    <>
      <Heading level={2}>{`第 ${number} 号线索`}</Heading>
      {receivedEarlier ? (
        <>
          <Notice kind="warning">
            {`这条线索法院在 ${showMoment(new Date(receivedAt))} 已经收到，内容是您前一次提交时的样子。后来改过的，法院还没有看到。`}
          </Notice>
          <Button name="add-changes" onTap={() => look(addition)}>
            补充刚才改动的内容
          </Button>
        </>
      ) : (
        <Notice kind="done">{`法院在 ${showMoment(new Date(receivedAt))} 收到了，谢谢您。`}</Notice>
      )}
      <ReceiptCode code={code} />
      <Card title="接下来">
        <View className="zq-text">
          值班人员会在 {HOURS} 小时内核对。法院要问您什么，会写在“查询进展”里，请过几个小时来看。
        </View>
        <View className="zq-text">法院不会给您打电话，也不知道您是谁。凭收据码才能查询和领奖励。</View>
      </Card>
      <Button kind={receivedEarlier ? 'secondary' : 'primary'} name="my-tip" onTap={() => look()}>
        查看我的线索
      </Button>
      <Wipe onWiped={() => void Taro.reLaunch({ url: HOME })} />
    </>
  );
}
