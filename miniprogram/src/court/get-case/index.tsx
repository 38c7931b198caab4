import Taro, { useRouter } from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import { VISIT_OUTCOME_WORDS, type VisitOutcome } from '../../../../shared/cases/stages';
import { showDay, showMoment } from '../../../../shared/day';
import { ESTIMATE_MARK } from '../../../../shared/law/wording';
import { Branches, Button, Card, Money, Page, Row, Timeline, View } from '../../components';
import { useQuery } from '../../query';
import { EXPLAIN_STATEMENT, LIST_CASES } from '../../routes';
import { navAt } from '../nav';
import { StartSupervision } from '../start-supervision';
import { StatusTag } from '../status-tag';
import { Endings } from './endings';
import { Notices } from './notices';
import { Parties } from './parties';
import { Payments } from './payments';
import { Requests } from './requests';
import { Tasks } from './tasks';

export type CourtCase = OutputOf<'get-case'>;

export interface PartProps {
  found: CourtCase;
  reload: () => void;
}

/** One case as the court sees it: what waits for a decision first, then how it came to this. */
export default function GetCase() {
  const { caseId = '' } = useRouter().params;
  const query = useQuery('get-case', { caseId }, { keep: false });
  const reload = () => void query.reload();
  return (
    <Page title="案件" nav={navAt(LIST_CASES)} watermark>
      <Branches query={query} empty="">
        {(found) => (
          <>
            <Summary found={found} />
            {/* Stays where it is once started, so that its result can be read. */}
            <StartSupervision caseIds={found.record.can.startSupervision ? [caseId] : []} onDone={reload} />
            <Requests found={found} reload={reload} />
            <Payments found={found} reload={reload} />
            <Parties found={found} reload={reload} />
            <Tasks found={found} reload={reload} />
            <Visits found={found} />
            <Notices notices={found.notices} />
            <Card title="经过">
              <Timeline
                moments={found.record.timeline.map(({ at, words }) => ({
                  when: showMoment(new Date(at)),
                  what: words,
                }))}
              />
            </Card>
            <Endings found={found} reload={reload} />
          </>
        )}
      </Branches>
    </Page>
  );
}

function Summary({ found: { record, line } }: { found: CourtCase }) {
  const { statement } = record;
  return (
    <Card title={record.caseNumber} tag={<StatusTag status={record.status} />}>
      <Row label="案由">{record.cause ?? '未填'}</Row>
      <Row label="文书">{`${record.instrumentType}，${showDay(record.effectiveDay)}生效`}</Row>
      <Row label="履行期限">{showDay(record.dueDay)}</Row>
      <Row label="镇村与团队">
        {[line.town, line.village, line.team].filter(Boolean).join(' ') || '地址待认领'}
      </Row>
      <Row label="承办法官">{line.judge ?? '未填'}</Row>
      <Row label="今天还应付">
        <Money fen={statement.total} large />
      </Row>
      <Row label="其中">
        本金 <Money fen={statement.principal} />
        ，诉讼费用 <Money fen={statement.costs} />
        ，一般利息 <Money fen={statement.general} />
        ，加倍部分 <Money fen={statement.doubled} />
      </Row>
      <Row label="已确认收到">
        <Money fen={statement.confirmedPaid} />
      </Row>
      <View className="zq-field__hint">{ESTIMATE_MARK}</View>
      <Button
        small
        kind="quiet"
        onTap={() => void Taro.navigateTo({ url: `${EXPLAIN_STATEMENT}?caseId=${record.caseId}` })}
      >
        怎么算的
      </Button>
    </Card>
  );
}

function Visits({ found: { visits } }: { found: CourtCase }) {
  if (visits.length === 0) return null;
  return (
    <Card title="走访记录">
      <Timeline
        moments={visits.map((visit) => ({
          when: showMoment(new Date(visit.visitedAt)),
          what: `${VISIT_OUTCOME_WORDS[visit.outcome as VisitOutcome] ?? visit.outcome} · ${visit.by}`,
          detail: visit.note,
        }))}
      />
    </Card>
  );
}
