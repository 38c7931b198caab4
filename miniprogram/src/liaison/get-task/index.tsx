import Taro, { useRouter } from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import { VISIT_OUTCOME_WORDS } from '../../../../shared/cases/stages';
import { showDay, showMoment } from '../../../../shared/day';
import { ESTIMATE_MARK } from '../../../../shared/law/wording';
import { Branches, Button, Card, Money, Notice, Page, Row, Timeline, View } from '../../components';
import { useQuery } from '../../query';
import {
  DECLINE_TASK,
  EXPLAIN_STATEMENT,
  GET_TASK,
  ON_BEHALF,
  RECORD_VISIT,
  VIEW_PAPERS,
} from '../../routes';
import { AcknowledgeButton } from '../acknowledge-button';
import { TaskTag } from '../task-tag';
import { CallButton } from './call-button';

type Detail = OutputOf<'get-task'>;

/** One task: whom to see, where, what it is about, and what can be done about it. */
export default function GetTask() {
  const { taskId = '' } = useRouter().params;
  const query = useQuery('get-task', { taskId });
  return (
    <Page title="这件事" watermark>
      <Branches query={query} empty="没有找到这件事。">
        {(detail) => <Task detail={detail} reload={() => void query.reload()} />}
      </Branches>
    </Page>
  );
}

function Task({ detail, reload }: { detail: Detail; reload: () => void }) {
  const { task, can } = detail;
  const go = (url: string) => void Taro.navigateTo({ url: `${url}?taskId=${task.taskId}` });
  return (
    <>
      {detail.ending ? <Notice kind="done">{detail.ending}</Notice> : null}
      <Card title={task.obligor} tag={<TaskTag state={task.state} overdue={task.overdue} />}>
        <View className="zq-text">{detail.about}</View>
        <Row label="住在哪里">{detail.address ?? `${task.town} ${task.village}`}</Row>
        <Row label="履行期限">{showDay(detail.dueDay)}</Row>
        <Row label="今天还应付">
          <Money fen={detail.owedToday} />
        </Row>
        <View className="zq-field__hint">{ESTIMATE_MARK}</View>
        {detail.can.report ? (
          <Button
            small
            kind="quiet"
            onTap={() => void Taro.navigateTo({ url: `${EXPLAIN_STATEMENT}?caseId=${detail.caseId}` })}
          >
            怎么算的
          </Button>
        ) : null}
        {detail.phoneMasked ? <CallButton taskId={task.taskId} masked={detail.phoneMasked} /> : null}
      </Card>
      {can.acknowledge ? <AcknowledgeButton task={task} page={GET_TASK} onDone={reload} /> : null}
      {can.report ? (
        <Button kind={can.acknowledge ? 'secondary' : 'primary'} onTap={() => go(RECORD_VISIT)}>
          填写走访结果
        </Button>
      ) : null}
      <Button kind="secondary" onTap={() => go(VIEW_PAPERS)}>
        看文书
      </Button>
      {can.report ? <OnBehalf detail={detail} /> : null}
      <Reports detail={detail} />
      {can.decline ? (
        <Button kind="quiet" onTap={() => go(DECLINE_TASK)}>
          不该我办
        </Button>
      ) : null}
    </>
  );
}

const FOR_HIM = [
  { word: '代他登记已付款', url: ON_BEHALF.registerPayment },
  { word: '代他申请分期', url: ON_BEHALF.proposePlan },
  { word: '代他说明困难', url: ON_BEHALF.reportHardship },
  { word: '代他提出异议', url: ON_BEHALF.registerObjection },
];

/** For whoever has no telephone of his own: the liaison enters it, with his consent. */
function OnBehalf({ detail: { caseId, task } }: { detail: Detail }) {
  const whose = `caseId=${caseId}&taskId=${task.taskId}&onBehalf=1`;
  return (
    <Card title="他不会用手机？">
      <View className="zq-text">本人同意的，您可以代他办理；系统会记下他是怎样同意的。您不要代收钱。</View>
      {FOR_HIM.map(({ word, url }) => (
        <Button
          key={url}
          kind="secondary"
          small
          onTap={() => void Taro.navigateTo({ url: `${url}?${whose}` })}
        >
          {word}
        </Button>
      ))}
    </Card>
  );
}

function Reports({ detail }: { detail: Detail }) {
  if (detail.visits.length === 0) return null;
  return (
    <Card title="走访记录">
      <Timeline
        moments={detail.visits.map((visit) => ({
          when: showMoment(new Date(visit.visitedAt)),
          what: `${VISIT_OUTCOME_WORDS[visit.outcome]} · ${visit.by}`,
          detail: visit.note,
        }))}
      />
    </Card>
  );
}
