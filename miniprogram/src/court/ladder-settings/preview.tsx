import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { COURT_ROLES } from '../../../../shared/cases/roles';
import type { LadderPolicy } from '../../../../shared/reminders/ladder-policy';
import { Button, Heading, Notice, View } from '../../components';
import { hasRole, useSession } from '../../session';
import { CasePicker } from '../case-picker';
import { usePreview } from '../use-preview';
import { Calendar } from './calendar';

/** What one case would get under the ladder as it stands on the page. Nothing is sent. */
export function PreviewLadder({ policy }: { policy: LadderPolicy | null }) {
  const [caseId, choose] = useState<string | null>(useRouter().params.caseId ?? null);
  const { me } = useSession();
  if (!hasRole(me, ...COURT_ROLES)) return null;
  return (
    <>
      <Heading level={2}>拿一件案件试一试</Heading>
      <View className="zq-lead">照上面的安排，这件案件哪一天会给谁发什么。只是看看，不会发出去。</View>
      {caseId ? (
        <Previewed caseId={caseId} policy={policy} onLeave={() => choose(null)} />
      ) : (
        <CasePicker onPick={(line) => choose(line.caseId)} />
      )}
    </>
  );
}

interface PreviewedProps {
  caseId: string;
  policy: LadderPolicy | null;
  onLeave: () => void;
}

function Previewed({ caseId, policy, onLeave }: PreviewedProps) {
  const { answer, isOld, sentence } = usePreview('preview-ladder', policy && { caseId, policy });
  return (
    <>
      <View className="zq-add">
        <View className="zq-strong">{answer?.caseNumber ?? '正在读取，请稍候…'}</View>
        <Button small kind="quiet" onTap={onLeave}>
          换一件案件
        </Button>
      </View>
      {policy ? null : <Notice kind="warning">上面有的地方填得不对，改好以后这里会跟着变。</Notice>}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      {answer && !sentence ? <Outcome answer={answer} isOld={isOld || !policy} /> : null}
    </>
  );
}

function Outcome({ answer, isOld }: { answer: OutputOf<'preview-ladder'>; isOld: boolean }) {
  const { calendar, problems, rests, stops, today } = answer;
  return (
    <View className={isOld ? 'zq-is-old' : ''}>
      {rests ? <Notice>{rests}</Notice> : null}
      {problems.length > 0 ? (
        <Notice kind="warning">上面的安排还有要改的地方，下面只是按现在填的样子排出来的。</Notice>
      ) : null}
      {calendar.length === 0 && !rests ? <Notice>照这样安排，这件案件不会收到提醒。</Notice> : null}
      <Calendar entries={calendar} today={today} />
      {stops.length > 0 ? (
        <View className="zq-stops" role="group" label="什么情况会停下来">
          <View className="zq-strong">什么情况会停下来</View>
          {stops.map((stop) => (
            <View key={stop}>{`· ${stop}`}</View>
          ))}
        </View>
      ) : null}
    </View>
  );
}
