import Taro from '@tarojs/taro';
import { Tap, View } from './elements';

export interface NavItem {
  word: string;
  /** Route with a leading slash. */
  url: string;
  here?: boolean;
}

/** The desk's navigation: at the side on a desktop, a row that scrolls on a telephone. */
export function SideNav({ items }: { items: NavItem[] }) {
  return (
    <View className="zq-nav" role="navigation" label="工作台">
      {items.map(({ word, url, here }) => (
        <Tap
          key={url}
          role="link"
          className={`zq-nav__item ${here ? 'is-here' : ''}`}
          onTap={() => void Taro.redirectTo({ url })}
        >
          {word}
        </Tap>
      ))}
    </View>
  );
}
