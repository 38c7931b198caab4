import { useState } from 'react';
import { Branches, Button, Card, Notice, View } from '../../components';
import { useQuery } from '../../query';
import { CasePicker } from '../case-picker';
import { ApplyForm } from './apply-form';

interface ApplyProps {
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

interface Picked {
  caseId: string;
  caseNumber: string;
}

/** An application on paper: which case, then what stands on the paper. */
export function Apply({ onDone, onLeave }: ApplyProps) {
  const [picked, pick] = useState<Picked | null>(null);
  return (
    <Card title="登记书面申请">
      {picked ? (
        <>
          <View className="zq-add">
            <View className="zq-strong">{picked.caseNumber}</View>
            <Button small kind="quiet" name="other-case" onTap={() => pick(null)}>
              换一件案件
            </Button>
          </View>
          <OfCase key={picked.caseId} picked={picked} onDone={onDone} />
        </>
      ) : (
        <CasePicker onPick={pick} />
      )}
      <Button small kind="quiet" onTap={onLeave}>
        先不登记
      </Button>
    </Card>
  );
}

function OfCase({
  picked: { caseId, caseNumber },
  onDone,
}: {
  picked: Picked;
  onDone: ApplyProps['onDone'];
}) {
  const query = useQuery('get-case-bounties', { caseId }, { keep: false });
  return (
    <Branches query={query} empty="">
      {({ mayApply }) =>
        mayApply ? (
          <ApplyForm caseId={caseId} onDone={() => onDone(`${caseNumber}：已登记，请法官在十日内决定。`)} />
        ) : (
          <Notice kind="warning">
            这件案件现在不能登记。要先立执行案件，而且没有正在办理或者公告中的悬赏。
          </Notice>
        )
      }
    </Branches>
  );
}
