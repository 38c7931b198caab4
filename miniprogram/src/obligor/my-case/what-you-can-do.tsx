import type { RequestKind } from '../../../../shared/cases/stages';
import { Button, Card, View } from '../../components';
import { go } from '../../parties/go';
import { type CaseRecord, openPlan } from '../../parties/owed';
import { PROPOSE_PLAN, REGISTER_OBJECTION, REGISTER_PAYMENT, REPORT_HARDSHIP } from '../../routes';

/** The four things he can do, as far as they work now. */
export function WhatYouCanDo({ record }: { record: CaseRecord }) {
  const { caseId, can, requests } = record;
  // The court answers one of a kind before it takes the next.
  const asked = (kind: RequestKind) => requests.some((one) => one.kind === kind && one.state === 'open');
  const ways = [
    { works: can.registerPayment, word: '登记已付款', path: REGISTER_PAYMENT },
    { works: can.proposePlan, word: openPlan(record) ? '换一个分期方案' : '申请分期', path: PROPOSE_PLAN },
    { works: can.object && !asked('objection'), word: '提出异议', path: REGISTER_OBJECTION },
    { works: can.reportHardship && !asked('hardship'), word: '说明困难', path: REPORT_HARDSHIP },
  ].filter(({ works }) => works);
  if (ways.length === 0) return null;
  return (
    <Card title="您可以办">
      {ways.map(({ word, path }, index) => (
        <Button key={path} kind={index === 0 ? 'primary' : 'secondary'} onTap={() => go(path, { caseId })}>
          {word}
        </Button>
      ))}
      <View className="zq-field__hint">
        这些事也可以打法院电话或到法院窗口办，家属和村里的联络员可以代办。
      </View>
    </Card>
  );
}
