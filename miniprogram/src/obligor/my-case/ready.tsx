import { View } from '../../components';
import { AboutTheCase } from '../../parties/about-the-case';
import { Course } from '../../parties/course';
import { Elsewhere } from '../../parties/elsewhere';
import { address, myCasePath } from '../../parties/go';
import { agreedPlan, type MyCase, openPlan } from '../../parties/owed';
import { Payments } from '../../parties/payments';
import { Performed } from '../../parties/performed';
import { PlanAnswer } from '../../parties/plan-answer';
import { PlanCard } from '../../parties/plans';
import { HowToPay } from './how-to-pay';
import { Requests } from './requests';
import { StateNotice } from './state-notice';
import { Today } from './today';
import { WhatYouCanDo } from './what-you-can-do';

export function MyCaseReady({ mine, reload }: { mine: MyCase; reload: () => void }) {
  const { record, name, asProxy } = mine;
  const { caseId, can } = record;
  const proposal = openPlan(record);
  const agreed = agreedPlan(record);
  const performed = record.status === 'performed';
  return (
    <>
      <View className="zq-text">{asProxy ? `您正在代 ${name} 查看和办理。` : `${name}，您好。`}</View>
      {performed ? <Performed record={record} /> : <StateNotice record={record} />}
      {performed ? null : <Today record={record} />}
      {proposal && can.decidePlan ? (
        <PlanAnswer
          caseId={caseId}
          plan={proposal}
          page={address(myCasePath('obligor'), { caseId })}
          means="同意后，按这些日期付款；每期之前会提醒您。"
          onAnswered={reload}
        />
      ) : null}
      <WhatYouCanDo record={record} />
      {performed ? null : <HowToPay lines={mine.howToPay} />}
      <Payments payments={record.payments} none="还没有登记过付款。" />
      {agreed ? <PlanCard plan={agreed} title="分期方案" /> : null}
      {proposal && !can.decidePlan ? <PlanCard plan={proposal} title="您提出的分期方案" /> : null}
      <Requests requests={record.requests} />
      <Course timeline={record.timeline} />
      <AboutTheCase mine={mine} />
      <Elsewhere caseId={caseId} />
    </>
  );
}
