import type { OutputOf } from '../../../../shared/actions';
import { showDay, showMoment } from '../../../../shared/day';
import { Card, DeskTable, Tag, View } from '../../components';

type Ladder = OutputOf<'get-ladder'>;
type State = Ladder['versions'][number]['state'];

const STATES: Record<State, { word: string; tone: 'calm' | 'done' | 'going' | 'stopped' }> = {
  'in-use': { word: '正在用', tone: 'done' },
  coming: { word: '还没到日子', tone: 'going' },
  past: { word: '已被后来的代替', tone: 'calm' },
  unreadable: { word: '读不出来，请联系管理员', tone: 'stopped' },
};

/** Which ladder holds today, and what was saved so far. */
export function Versions({ ladder: { inUse, versions } }: { ladder: Ladder }) {
  return (
    <Card title={inUse.version === 0 ? '现在用的是系统自带的安排' : `现在用的是本院第${inUse.version}版`}>
      {versions.length === 0 ? (
        <View className="zq-fine">本院还没有改过。改好保存后，从选定的那天起按新的一版发。</View>
      ) : (
        <DeskTable
          caption="保存过的安排"
          rows={versions}
          keyOf={({ version }) => String(version)}
          columns={[
            { key: 'version', title: '版本', cell: ({ version }) => `第${version}版` },
            {
              key: 'state',
              title: '状态',
              cell: ({ state }) => <Tag tone={STATES[state].tone}>{STATES[state].word}</Tag>,
            },
            { key: 'from', title: '从哪天起', cell: ({ validFrom }) => showDay(validFrom) },
            {
              key: 'by',
              title: '谁、什么时候保存',
              cell: ({ savedBy, savedAt }) => `${savedBy} ${showMoment(new Date(savedAt))}`,
            },
          ]}
        />
      )}
    </Card>
  );
}
