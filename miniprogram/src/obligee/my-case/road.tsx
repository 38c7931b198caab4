import { useState } from 'react';
import { Button, Card, Notice, View } from '../../components';
import { address, myCasePath } from '../../parties/go';
import { HandedWords, useHandIn } from '../../parties/hand-in';
import type { MyCase } from '../../parties/owed';

/** The road to 申请执行, always in sight; supervision never stands in its way. */
export function Road({ mine, reload }: { mine: MyCase; reload: () => void }) {
  const { record, enforcementRoad } = mine;
  const { caseId, can } = record;
  const [asked, ask] = useState(false);
  const { busy, sentence, item, handIn } = useHandIn();

  async function apply(): Promise<void> {
    const page = address(myCasePath('obligee'), { caseId });
    const submission = { input: { caseId }, title: '申请执行', page, draft: {} };
    if (await handIn({ action: 'apply-for-enforcement', ...submission })) reload();
  }

  return (
    <Card title="申请执行">
      {enforcementRoad.words.map((words) => (
        <View className="zq-text" key={words}>
          {words}
        </View>
      ))}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      {item ? <HandedWords item={item} done="已告诉法院您要申请执行，法院会与您联系。" /> : null}
      {can.applyForEnforcement && !item && !asked ? (
        <Button kind="secondary" onTap={() => ask(true)}>
          我要申请执行
        </Button>
      ) : null}
      {asked && !item ? (
        <>
          <View className="zq-text">确定现在就申请吗？法院收到后会联系您办理立案手续，对方也会知道。</View>
          <Button busy={busy} busyText="正在提交…" onTap={() => void apply()}>
            确定，现在申请
          </Button>
          <Button kind="quiet" onTap={() => ask(false)}>
            再等等
          </Button>
        </>
      ) : null}
    </Card>
  );
}
