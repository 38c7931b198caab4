import { Button, DeskTable, Tag, View } from '../../components';
import { keyOf, PHASE_WORDS, type Wording } from './wordings';

interface WordingListProps {
  wordings: Wording[];
  mayChange: boolean;
  onPick: (wording: Wording) => void;
}

export function WordingList({ wordings, mayChange, onPick }: WordingListProps) {
  return (
    <DeskTable
      caption="提醒的用语"
      rows={wordings}
      keyOf={keyOf}
      columns={[
        {
          key: 'what',
          title: '哪一条',
          cell: ({ what, phase }) => (
            <>
              <View className="zq-strong">{what}</View>
              <View className="zq-fine">{PHASE_WORDS[phase]}</View>
            </>
          ),
        },
        {
          key: 'words',
          title: '现在的正文',
          cell: ({ builtIn, own }) => own?.body ?? builtIn,
        },
        {
          key: 'version',
          title: '用语',
          cell: ({ own }) => (own ? <Tag tone="going">{`本院第${own.version}版`}</Tag> : <Tag>系统原文</Tag>),
        },
        {
          key: 'act',
          title: mayChange ? '修改' : '查看',
          cell: (wording) => (
            <Button
              small
              kind="secondary"
              name={`wording:${keyOf(wording)}`}
              label={`${mayChange ? '修改' : '查看'}${wording.what}`}
              onTap={() => onPick(wording)}
            >
              {mayChange ? '修改' : '查看'}
            </Button>
          ),
        },
      ]}
    />
  );
}
