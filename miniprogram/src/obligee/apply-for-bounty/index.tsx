import { useRouter } from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import { Branches, Button, Notice, Page } from '../../components';
import { address, goBack, myCasePath } from '../../parties/go';
import { HandedWords, useHandIn } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { useQuery } from '../../query';
import { APPLY_FOR_BOUNTY } from '../../routes';
import { Form } from './form';
import { Standing } from './standing';

/** The creditor asks the court to publish a notice, and sees what became of it. */
export default function ApplyForBounty() {
  const { caseId = '' } = useRouter().params;
  const query = useQuery('get-case-bounties', { caseId }, { keep: false });
  return (
    <Page title="申请公告征集线索" lead="请法院发公告，向大家征集对方的财产线索。" watermark>
      <Branches query={query} empty="没有找到这件案件，请从首页重新进入。">
        {(data) => <Ready caseId={caseId} data={data} reload={() => void query.reload()} />}
      </Branches>
      <Button kind="quiet" onTap={() => goBack(address(myCasePath('obligee'), { caseId }))}>
        回到案件
      </Button>
      <OtherWays>写好申请书，带身份证到法院窗口提交。</OtherWays>
    </Page>
  );
}

interface ReadyProps {
  caseId: string;
  data: OutputOf<'get-case-bounties'>;
  reload: () => void;
}

function Ready({ caseId, data: { mayApply, bounties }, reload }: ReadyProps) {
  const hand = useHandIn();
  const page = address(APPLY_FOR_BOUNTY, { caseId });
  return (
    <>
      {hand.item ? (
        <HandedWords item={hand.item} done="申请已送到法院。法院收到后十天内决定，结果会写在这里。" />
      ) : null}
      {bounties.map((bounty) => (
        <Standing bounty={bounty} key={bounty.bountyId} />
      ))}
      {mayApply && !hand.item ? <Form caseId={caseId} page={page} hand={hand} onHanded={reload} /> : null}
      {!mayApply && bounties.length === 0 ? (
        <Notice>现在还不能申请。法院执行立案以后，才能申请公告。</Notice>
      ) : null}
    </>
  );
}
