import Taro from '@tarojs/taro';
import { Button } from '../components';
import { type Point, pointWords } from './open-place.types';

/** WeChat has a map of its own; it gets the point and no word of the tip. `open-place.h5.tsx` is the browser's. */
export function OpenPlace({ point }: { point: Point }) {
  const open = () => {
    // Closed again, or no map on this telephone: nothing is lost.
    Taro.openLocation({ ...point, scale: 16, name: pointWords(point) }).catch(() => {});
  };
  return (
    <Button small kind="secondary" name="open-place" onTap={open}>
      在地图上打开
    </Button>
  );
}
