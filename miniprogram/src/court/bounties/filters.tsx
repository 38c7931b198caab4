import { Button, View } from '../../components';

export const FILTERS = {
  waiting: { word: '等办理', empty: '现在没有等办理的悬赏申请。' },
  published: { word: '公告中', empty: '现在没有公告中的悬赏。' },
  ended: { word: '已结束', empty: '还没有结束的悬赏。' },
} as const;
export type Filter = keyof typeof FILTERS;

interface FiltersProps {
  chosen: Filter;
  onChoose: (filter: Filter) => void;
}

export function Filters({ chosen, onChoose }: FiltersProps) {
  return (
    <View className="zq-filters" role="group" label="看哪些">
      {(Object.keys(FILTERS) as Filter[]).map((one) => (
        <Button
          small
          key={one}
          kind={one === chosen ? 'secondary' : 'quiet'}
          name={`filter:${one}`}
          onTap={() => onChoose(one)}
        >
          {FILTERS[one].word}
        </Button>
      ))}
    </View>
  );
}
