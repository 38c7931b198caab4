import Taro from '@tarojs/taro';
import { Button, Notice, View } from '../../components';
import type { StepProps } from './form';

/** A point chosen by hand on WeChat's map. A browser has none here, and no telephone is asked where it is. */
export function Point({ telling, change }: Pick<StepProps, 'telling' | 'change'>) {
  if (process.env.TARO_ENV !== 'weapp') return null;
  const { point, place } = telling;
  async function choose(): Promise<void> {
    // Given up, or not allowed: the words say it as well.
    const chosen = await Taro.chooseLocation({}).catch(() => null);
    if (!chosen) return;
    const { latitude, longitude, address, name } = chosen;
    change({
      point: { latitude: Number(latitude), longitude: Number(longitude) },
      place: place.trim() || `${address} ${name}`.trim().slice(0, 200),
    });
  }
  return (
    <View className="zq-field">
      <View className="zq-field__label">地图上的位置（选填）</View>
      {point ? <Notice kind="done">已经在地图上选好位置。</Notice> : null}
      <Button kind="secondary" name="choose-point" onTap={() => void choose()}>
        {point ? '重新在地图上选' : '在地图上选一个点'}
      </Button>
      {point ? (
        <Button kind="quiet" onTap={() => change({ point: null })}>
          去掉这个位置
        </Button>
      ) : null}
    </View>
  );
}
