import { useState } from 'react';
import { SOUGHT, SOUGHT_WORDS } from '../../../../shared/cases/bounty-notice';
import { BigChoice, Button, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import type { Sentences } from '../../forms';
import { type HandIn, Wrong } from '../../parties/hand-in';
import { Cost } from './cost';
import { checkApplication, type Draft, EMPTY } from './draft';
import { Payer } from './payer';
import { Promised } from './promise';
import { PromiseToPay, Ways } from './ticks';

export interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: Sentences;
}

const HINTS = {
  property: '车、房、存款、收入、经营等',
  person: '要有法院另外的书面决定，没有的不会公告',
} as const;
const CHOICES = SOUGHT.map((value) => ({ value, word: SOUGHT_WORDS[value], hint: HINTS[value] }));

interface FormProps {
  caseId: string;
  page: string;
  hand: HandIn;
  onHanded: () => void;
}

export function Form({ caseId, page, hand, onHanded }: FormProps) {
  const [draft, keep, clear] = useDraft<Draft>(page, EMPTY);
  const [wrong, setWrong] = useState<Sentences>({});

  function change(part: Partial<Draft>): void {
    keep(part);
    setWrong({});
  }

  async function apply(): Promise<void> {
    const checked = checkApplication(caseId, draft);
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const submission = { input: checked.input, title: '申请公告征集线索', page, draft };
    if (!(await hand.handIn({ action: 'apply-for-bounty', ...submission }))) return;
    clear();
    onHanded();
  }

  const part: PartProps = { draft, change, wrong };
  return (
    <>
      <Promised {...part} />
      <Payer {...part} />
      <Cost draft={draft} />
      <BigChoice
        name="sought"
        label="征集什么"
        choices={CHOICES}
        value={draft.sought}
        onChoose={(sought) => change({ sought })}
        error={wrong.sought}
      />
      <Ways {...part} />
      <TextArea
        name="note"
        label="您知道的情况"
        hint="例如：听说他买了车，不知道停在哪里"
        optional
        maxLength={1000}
        value={draft.note}
        onChange={(note) => change({ note })}
        error={wrong.note}
      />
      <PromiseToPay {...part} />
      <Wrong sentences={wrong} sentence={hand.sentence} />
      <Button name="apply-for-bounty" busy={hand.busy} busyText="正在提交…" onTap={() => void apply()}>
        提交申请
      </Button>
    </>
  );
}
