import { useState } from 'react';
import { proposePlan } from '../../../../shared/actions/propose-plan';
import type { Side } from '../../../../shared/cases/wording';
import { showYuan } from '../../../../shared/money';
import { Button, Card, Notice, Row, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm } from '../../forms';
import { type About, CaseForm } from '../../parties/case-form';
import { Handed, useHandIn } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import {
  balanceOf,
  type DraftRow,
  draftRows,
  levelLast,
  planSentence,
  readRows,
  sumOf,
} from '../../parties/plan-draft';
import { PROPOSE_PLAN } from '../../routes';
import { Instalments } from './instalments';
import { Split } from './split';

export default function ProposePlan() {
  return (
    <CaseForm
      title="提出分期方案"
      lead="写清分几期、哪天付、每期付多少。对方同意才算数。"
      path={PROPOSE_PLAN}
      ability="proposePlan"
    >
      {(about) => <Form about={about} />}
    </CaseForm>
  );
}

const NOTE_HINTS: { [S in Side]: string } = {
  obligor: '例如什么时候有收入、为什么这样安排',
  obligee: '例如希望什么时候付清、可以等到什么时候',
};

interface Draft {
  rows: DraftRow[];
  note: string;
}

function Form({ about }: { about: About }) {
  const { caseId, page, onBehalf, owed, total, today } = about;
  const [draft, change, clear] = useDraft<Draft>(page, { rows: [], note: '' });
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, sentence, item, handIn } = useHandIn();
  const { rows } = draft;

  function fill(part: Partial<Draft>): void {
    change(part);
    setWrong(null);
  }

  async function hand(): Promise<void> {
    const read = readRows(rows);
    if ('sentence' in read) return setWrong(read.sentence);
    const unfit = owed && planSentence(read.instalments, owed, today);
    if (unfit) return setWrong(unfit);
    const input = { caseId, instalments: read.instalments, note: draft.note, onBehalf };
    const checked = checkForm(proposePlan.input, input);
    setWrong(checked.ok ? null : (Object.values(checked.sentences)[0] ?? null));
    if (!checked.ok) return;
    const left = await handIn({
      action: 'propose-plan',
      input: checked.input,
      title: '分期方案',
      page,
      draft,
    });
    if (left) clear();
  }

  if (item) {
    return (
      <Handed
        item={item}
        done="方案已送出，等对方答复。答复后会告诉您。"
        back={about.backWord}
        onBack={about.back}
      />
    );
  }
  const balance = owed && rows.length > 0 ? balanceOf(rows, owed) : null;
  return (
    <>
      {total ? (
        <Card title="现在应付">
          <Row label="一共">{showYuan(total)} 元</Row>
          {owed && owed.doubled > 0 ? (
            <Row label="其中利息">{showYuan(owed.doubled)} 元（迟延履行，可以商量）</Row>
          ) : null}
          <Row label="说明">以法院核算为准</Row>
        </Card>
      ) : null}
      <Split
        total={total}
        today={today}
        again={rows.length > 0}
        onSplit={(split) => fill({ rows: draftRows(split) })}
      />
      <Instalments rows={rows} today={today} onChange={(next) => fill({ rows: next })} />
      {rows.length > 0 ? (
        <Notice kind={balance && !balance.fits ? 'warning' : 'info'}>
          各期合计 {showYuan(sumOf(rows))} 元{balance ? `，${balance.words}` : ''}。
        </Notice>
      ) : null}
      {owed && balance && !balance.fits ? (
        <Button kind="secondary" onTap={() => fill({ rows: levelLast(rows, owed) })}>
          把差额算进最后一期
        </Button>
      ) : null}
      <TextArea
        name="note"
        label="想对对方说的话"
        hint={NOTE_HINTS[about.side]}
        optional
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      {wrong || sentence ? <Notice kind="danger">{wrong ?? sentence}</Notice> : null}
      <Button busy={busy} busyText="正在送出…" disabled={rows.length === 0} onTap={() => void hand()}>
        送出方案
      </Button>
      <OtherWays>可以先和对方商量好写在纸上，再拨打下方法院电话，或者到法院窗口登记。</OtherWays>
    </>
  );
}
