import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { CASE_STATUS_WORDS } from '../../../shared/cases/case-status';
import type { OwedForPlan } from '../../../shared/cases/plan';
import type { Side } from '../../../shared/cases/wording';
import { type Day, dayAt } from '../../../shared/day';
import { type Fen, fen } from '../../../shared/money';
import { Branches, Button, Notice, Page } from '../components';
import { platform } from '../platform';
import { useQuery } from '../query';
import { HOME } from '../routes';
import { Consent, type OnBehalf } from './consent';
import { address, goBack, myCasePath } from './go';
import type { CaseRecord, MyCase } from './owed';

/** What a form knows of the case it belongs to. */
export interface About {
  caseId: string;
  side: Side;
  today: Day;
  /** Null where the person may not see it, as a liaison who came without his task. */
  total: Fen | null;
  owed: OwedForPlan | null;
  effectiveDay?: Day;
  onBehalf?: OnBehalf;
  /** The form's own address: the name of its draft, and where the outbox leads back to. */
  page: string;
  back: () => void;
  backWord: string;
}

export interface CaseFormProps {
  title: string;
  lead: string;
  path: string;
  ability: keyof CaseRecord['can'];
  children: (about: About) => ReactNode;
}

type Address = Pick<About, 'caseId' | 'page' | 'back' | 'backWord'>;

/** A form about one case: of a party, or of a liaison with the debtor's consent (`?onBehalf=1`). */
export function CaseForm(props: CaseFormProps) {
  const { caseId = '', onBehalf, taskId } = useRouter().params;
  const helps = onBehalf === '1';
  const page = address(props.path, { caseId, taskId, onBehalf: helps ? '1' : undefined });
  if (helps && taskId) return <WithTask {...props} caseId={caseId} taskId={taskId} page={page} />;
  if (helps) return <WithoutFigures {...props} caseId={caseId} page={page} />;
  return <OfParty {...props} caseId={caseId} page={page} />;
}

function OfParty({
  caseId,
  page,
  ability,
  title,
  lead,
  children,
}: CaseFormProps & Omit<Address, 'back' | 'backWord'>) {
  const query = useQuery('get-my-case', { caseId });
  const mark = query.state === 'ready' ? query.data.watermark : true;
  return (
    <Page title={title} lead={lead} watermark={mark}>
      <Branches query={query} empty="没有找到这件案件，请从首页重新进入。">
        {(data) => {
          const back = () => goBack(address(myCasePath(data.side), { caseId }));
          if (!data.record.can[ability]) return <NotNow status={data.record.status} back={back} />;
          return children({ caseId, page, back, backWord: '回到案件', ...figuresOf(data) });
        }}
      </Branches>
    </Page>
  );
}

function figuresOf({ record, side }: MyCase): Omit<About, keyof Address | 'onBehalf'> {
  const { costs, general, principal, doubled, total, asOf } = record.statement;
  return {
    side,
    today: asOf,
    total,
    owed: { base: fen(costs + general + principal), doubled },
    effectiveDay: record.effectiveDay,
  };
}

function NotNow({ status, back }: { status: CaseRecord['status']; back: () => void }) {
  return (
    <>
      <Notice kind="warning">
        案件现在的状态是“{CASE_STATUS_WORDS[status]}”，这一项暂时不能办。如有疑问，请拨打页面下方的法院电话。
      </Notice>
      <Button onTap={back}>回到案件</Button>
    </>
  );
}

function WithTask({
  taskId,
  ...props
}: CaseFormProps & Omit<Address, 'back' | 'backWord'> & { taskId: string }) {
  const query = useQuery('get-task', { taskId });
  return (
    <Page
      title={props.title}
      lead={props.lead}
      watermark={query.state === 'ready' ? query.data.watermark : true}
    >
      <Branches query={query} empty="没有找到这个任务，请回到任务列表。">
        {({ owedToday }) => <Helping {...props} total={owedToday} />}
      </Branches>
    </Page>
  );
}

function WithoutFigures(props: CaseFormProps & Omit<Address, 'back' | 'backWord'>) {
  return (
    <Page title={props.title} lead={props.lead} watermark>
      <Helping {...props} total={null} />
    </Page>
  );
}

/** Consent first, then the form. */
function Helping(props: CaseFormProps & Omit<Address, 'back' | 'backWord'> & { total: Fen | null }) {
  const { caseId, page, total, children } = props;
  const [onBehalf, setOnBehalf] = useState<OnBehalf | null>(null);
  if (!onBehalf) return <Consent onGiven={setOnBehalf} />;
  const today = dayAt(platform.now());
  const back = () => goBack(HOME);
  return (
    <>
      {children({
        caseId,
        page,
        back,
        backWord: '回到任务',
        side: 'obligor',
        today,
        total,
        owed: null,
        onBehalf,
      })}
    </>
  );
}
