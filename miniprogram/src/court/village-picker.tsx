import { useState } from 'react';
import { Branches, Button, View } from '../components';
import { useQuery } from '../query';

/** First the town, then the village: two taps instead of a list of sixty. */
export function VillagePicker({ onPick }: { onPick: (villageId: string, name: string) => void }) {
  const query = useQuery('list-areas', {});
  const [townId, setTownId] = useState<string | null>(null);
  return (
    <Branches query={query} empty="还没有录入镇村，请联系管理员。">
      {({ towns }) => {
        const town = towns.find((one) => one.townId === townId);
        const choices = town
          ? town.villages.map((village) => ({ id: village.villageId, name: village.name }))
          : towns.map((one) => ({ id: one.townId, name: one.name }));
        return (
          <View className="zq-choices" role="group" label={town ? `${town.name}的村` : '镇'}>
            {choices.map(({ id, name }) => (
              <Button
                small
                kind="secondary"
                key={id}
                onTap={() => (town ? onPick(id, `${town.name}${name}`) : setTownId(id))}
              >
                {name}
              </Button>
            ))}
            {town ? (
              <Button small kind="quiet" onTap={() => setTownId(null)}>
                换一个镇
              </Button>
            ) : null}
          </View>
        );
      }}
    </Branches>
  );
}
