import Taro from '@tarojs/taro';
import { Button, View } from '../components';
import { LADDER_SETTINGS, SENDING_SETTINGS, WORDING_SETTINGS } from '../routes';

const TABS = [
  { word: '什么时候发', url: LADDER_SETTINGS },
  { word: '怎么写', url: WORDING_SETTINGS },
  { word: '试运行', url: SENDING_SETTINGS },
];

/** The three pages on which a court says how it reminds. */
export function SettingsTabs({ here }: { here: string }) {
  return (
    <View className="zq-filters" role="navigation" label="提醒设置">
      {TABS.map(({ word, url }) => (
        <Button
          small
          key={url}
          kind={url === here ? 'secondary' : 'quiet'}
          onTap={() => void Taro.redirectTo({ url })}
        >
          {word}
        </Button>
      ))}
    </View>
  );
}
