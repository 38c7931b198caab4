import { View } from '@tarojs/components';
import { z } from '../../../../shared/zod';

export default function Home() {
  return <View>{z.string().safeParse(1).error?.issues[0]?.message}</View>;
}
