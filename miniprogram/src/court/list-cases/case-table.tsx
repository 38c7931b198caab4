import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../shared/actions';
import { showDay } from '../../../../shared/day';
import { DeskTable, Money, Tap } from '../../components';
import { GET_CASE } from '../../routes';
import { StatusTag } from '../status-tag';

type Line = OutputOf<'list-cases'>['cases'][number];

interface CaseTableProps {
  cases: Line[];
  ticked: string[];
  canTick: (line: Line) => boolean;
  onTick: (caseIds: string[]) => void;
}

export function CaseTable({ cases, ticked, canTick, onTick }: CaseTableProps) {
  const tickable = cases.filter(canTick).map((line) => line.caseId);
  const all = tickable.length > 0 && tickable.every((caseId) => ticked.includes(caseId));
  const toggle = (caseId: string) =>
    onTick(ticked.includes(caseId) ? ticked.filter((one) => one !== caseId) : [...ticked, caseId]);
  return (
    <>
      {tickable.length > 0 ? (
        <Tick
          label={`勾选本页 ${tickable.length} 件可发起的`}
          checked={all}
          onTap={() => onTick(all ? [] : tickable)}
        />
      ) : null}
      <DeskTable
        caption="案件"
        rows={cases}
        keyOf={(line) => line.caseId}
        columns={[
          {
            key: 'tick',
            title: '勾选',
            cell: (line) =>
              canTick(line) ? (
                <Tick
                  label=""
                  spoken={`勾选 ${line.caseNumber}`}
                  checked={ticked.includes(line.caseId)}
                  onTap={() => toggle(line.caseId)}
                />
              ) : null,
          },
          { key: 'number', title: '案号', cell: (line) => <CaseLink line={line} /> },
          { key: 'status', title: '状态', cell: (line) => <StatusTag status={line.status} /> },
          { key: 'obligors', title: '义务人', cell: (line) => line.obligors.join('、') },
          {
            key: 'place',
            title: '镇村',
            cell: (line) => [line.town, line.village].filter(Boolean).join(' ') || '待认领',
          },
          { key: 'due', title: '履行期限', cell: (line) => showDay(line.dueDay) },
          { key: 'principal', title: '标的额', right: true, cell: (line) => <Money fen={line.principal} /> },
        ]}
      />
    </>
  );
}

function CaseLink({ line }: { line: Line }) {
  return (
    <Tap
      role="link"
      className="zq-link"
      name={`case:${line.caseId}`}
      onTap={() => void Taro.navigateTo({ url: `${GET_CASE}?caseId=${line.caseId}` })}
    >
      {line.caseNumber}
    </Tap>
  );
}

interface TickProps {
  label: string;
  spoken?: string;
  checked: boolean;
  onTap: () => void;
}

function Tick({ label, spoken, checked, onTap }: TickProps) {
  return (
    <Tap role="checkbox" className="zq-tick" checked={checked} label={spoken} onTap={onTap}>
      {`${checked ? '☑' : '☐'} ${label}`}
    </Tap>
  );
}
