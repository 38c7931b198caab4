import { useRouter } from '@tarojs/taro';
import { Branches, Button, Notice, Page } from '../../components';
import { address, goBack, myCasePath } from '../../parties/go';
import type { MyCase } from '../../parties/owed';
import { useQuery } from '../../query';
import { CONFIRM_PAYMENT } from '../../routes';
import { Decision } from './decision';

/** One payment: it came, or it did not. */
export default function ConfirmPayment() {
  const { caseId = '', paymentId = '' } = useRouter().params;
  const query = useQuery('get-my-case', { caseId });
  const back = () => goBack(address(myCasePath('obligee'), { caseId }));
  const page = address(CONFIRM_PAYMENT, { caseId, paymentId });
  return (
    <Page
      title="确认收款"
      lead="看看这一笔到了没有，再告诉法院。"
      watermark={query.state === 'ready' ? query.data.watermark : true}
    >
      <Branches query={query} empty="没有找到这笔付款，请回到案件。">
        {(mine) => (
          <OnePayment
            mine={mine}
            paymentId={paymentId}
            page={page}
            back={back}
            reload={() => void query.reload()}
          />
        )}
      </Branches>
    </Page>
  );
}

interface OnePaymentProps {
  mine: MyCase;
  paymentId: string;
  page: string;
  back: () => void;
  reload: () => void;
}

function OnePayment({ mine, paymentId, ...ways }: OnePaymentProps) {
  const payment = mine.record.payments.find((one) => one.paymentId === paymentId);
  if (!payment) {
    return (
      <>
        <Notice kind="warning">没有找到这笔付款，请回到案件重新选择。</Notice>
        <Button onTap={ways.back}>回到案件</Button>
      </>
    );
  }
  return <Decision payment={payment} record={mine.record} {...ways} />;
}
