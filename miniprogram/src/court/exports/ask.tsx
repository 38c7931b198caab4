import { useState } from 'react';
import { CASE_STATUS_WORDS, CASE_STATUSES, type CaseStatus } from '../../../../shared/cases/case-status';
import {
  EXPORT_COLUMN_WORDS,
  EXPORT_COLUMNS,
  type ExportColumn,
  MASKABLE_COLUMNS,
  type MaskableColumn,
} from '../../../../shared/cases/exports';
import { Button, Card, Field } from '../../components';
import { useQuery } from '../../query';
import { Chips } from '../chips';
import { DeedForm } from '../deed-form';

interface AskProps {
  status: CaseStatus | undefined;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const ALL = 'all';
const USUAL: readonly ExportColumn[] = [
  'case-number',
  'status',
  'obligors',
  'principal',
  'due-day',
  'town',
  'village',
];
const STATUSES = [
  { value: ALL, word: '全部' },
  ...CASE_STATUSES.map((value) => ({ value, word: CASE_STATUS_WORDS[value] })),
] as const;

/** What he needs it for, which cases, which columns, and which of these he cannot do with masks. */
export function Ask({ status, onDone, onLeave }: AskProps) {
  const [why, setWhy] = useState('');
  const [search, setSearch] = useState('');
  const [wanted, want] = useState<CaseStatus | typeof ALL>(status ?? ALL);
  const [town, choose] = useState(ALL);
  const [columns, setColumns] = useState<readonly ExportColumn[]>(USUAL);
  const [clear, setClear] = useState<readonly MaskableColumn[]>([]);
  const areas = useQuery('list-areas', {});
  const towns = (areas.state === 'ready' ? areas.data.towns : []).map(({ townId, name }) => ({
    value: townId,
    word: name,
  }));
  const maskable = MASKABLE_COLUMNS.filter((column) => columns.includes(column));
  const input = {
    why,
    filter: {
      status: wanted === ALL ? undefined : wanted,
      townId: town === ALL ? undefined : town,
      search: search.trim() || undefined,
    },
    columns: [...columns],
    clear: clear.filter((column) => columns.includes(column)),
  };
  return (
    <Card title="申请导出案件清单">
      <DeedForm
        action="request-export"
        input={input}
        submit="提交申请"
        done={() => '已提交。'}
        onDone={() => onDone('已提交，请等另一位法官或院领导批准。')}
      >
        {(sentences) => (
          <>
            <Field
              name="why"
              label="导出来做什么用"
              hint="批准的人会看到，也会写在文件里"
              value={why}
              onChange={setWhy}
              maxLength={100}
              error={sentences.why}
            />
            <Chips name="status" label="什么状态的案件" choices={STATUSES} chosen={[wanted]} onTap={want} />
            <Chips
              name="town"
              label="哪个乡镇"
              choices={[{ value: ALL, word: '全部' }, ...towns]}
              chosen={[town]}
              onTap={choose}
            />
            <Field
              name="search"
              label="案号或姓名里有"
              value={search}
              onChange={setSearch}
              maxLength={50}
              error={sentences.filter}
              optional
            />
            <Chips
              many
              name="column"
              label="要哪些列"
              choices={wordsOf(EXPORT_COLUMNS)}
              chosen={columns}
              onTap={(column) => setColumns(toggled(columns, column))}
              error={sentences.columns}
            />
            {maskable.length > 0 ? (
              <Chips
                many
                name="clear"
                label="哪些列不能遮住（不选就都遮住）"
                choices={wordsOf(maskable)}
                chosen={clear}
                onTap={(column) => setClear(toggled(clear, column))}
                error={sentences.clear}
              />
            ) : null}
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不申请
      </Button>
    </Card>
  );
}

const wordsOf = <C extends ExportColumn>(columns: readonly C[]) =>
  columns.map((value) => ({ value, word: EXPORT_COLUMN_WORDS[value] }));

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
