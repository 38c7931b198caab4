import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { onSessionEnd } from './api';
import { outbox } from './outbox';
import { platform } from './platform';
import { HOME } from './routes';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    onSessionEnd(() => void Taro.reLaunch({ url: HOME }));
    platform.onNetworkChange((online) => online && void outbox.flush());
  });
  useDidShow(() => void outbox.flush());
  return children;
}
