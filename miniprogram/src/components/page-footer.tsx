import Taro from '@tarojs/taro';
import type { Court } from '../court';
import { platform } from '../platform';
import { GIVE_FEEDBACK } from '../routes';
import { Tap, View } from './elements';

/** Telephone and complaint stand on every page: whoever cannot go on here can always call. */
export function PageFooter({ court }: { court: Court }) {
  return (
    <View className="zq-footer">
      <Tap className="zq-footer__link" role="link" onTap={() => platform.phoneCall(court.phone)}>
        法院电话 {court.phone}
      </Tap>
      <Tap className="zq-footer__link" role="link" onTap={() => void Taro.navigateTo({ url: GIVE_FEEDBACK })}>
        投诉建议
      </Tap>
    </View>
  );
}
