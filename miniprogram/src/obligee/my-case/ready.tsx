import { Button, View } from '../../components';
import { AboutTheCase } from '../../parties/about-the-case';
import { Course } from '../../parties/course';
import { Elsewhere } from '../../parties/elsewhere';
import { address, go, myCasePath } from '../../parties/go';
import { agreedPlan, type MyCase, openPlan } from '../../parties/owed';
import { Payments } from '../../parties/payments';
import { Performed } from '../../parties/performed';
import { PlanAnswer } from '../../parties/plan-answer';
import { PlanCard } from '../../parties/plans';
import { APPLY_FOR_BOUNTY } from '../../routes';
import { Progress } from './progress';
import { Road } from './road';
import { ToDecide } from './to-decide';

export function MyCaseReady({ mine, reload }: { mine: MyCase; reload: () => void }) {
  const { record, name, asProxy } = mine;
  const { caseId, can } = record;
  const proposal = openPlan(record);
  const agreed = agreedPlan(record);
  const performed = record.status === 'performed';
  return (
    <>
      <View className="zq-text">{asProxy ? `您正在代 ${name} 查看和办理。` : `${name}，您好。`}</View>
      {performed ? <Performed record={record} /> : <Progress record={record} />}
      <ToDecide record={record} />
      {proposal && can.decidePlan ? (
        <PlanAnswer
          caseId={caseId}
          plan={proposal}
          page={address(myCasePath('obligee'), { caseId })}
          means="同意后，对方按这些日期付款；有一期没付，您就可以申请执行。不同意也不影响您的任何权利。"
          onAnswered={reload}
        />
      ) : null}
      {performed ? null : <Road mine={mine} reload={reload} />}
      {record.status === 'filed' ? (
        <Button kind="secondary" name="apply-for-bounty" onTap={() => go(APPLY_FOR_BOUNTY, { caseId })}>
          申请公告征集线索
        </Button>
      ) : null}
      {agreed ? <PlanCard plan={agreed} title="分期方案" /> : null}
      {proposal && !can.decidePlan ? <PlanCard plan={proposal} title="您提出的分期方案" /> : null}
      <Payments payments={record.payments} none="对方还没有登记过付款。" />
      <Course timeline={record.timeline} />
      <AboutTheCase mine={mine} />
      <Elsewhere caseId={caseId} />
    </>
  );
}
