import Taro from '@tarojs/taro';
import { Button, Notice } from '../components';
import { SENDING_SETTINGS } from '../routes';

/** Stands wherever somebody might think that reminders go out. */
export function TrialNotice({ isOn }: { isOn: boolean }) {
  if (!isOn) return null;
  return (
    <Notice kind="warning">
      正在试运行：提醒只发给名单里的号码，别人一条也收不到。
      <Button
        small
        kind="secondary"
        name="trial"
        onTap={() => void Taro.navigateTo({ url: SENDING_SETTINGS })}
      >
        查看试运行
      </Button>
    </Notice>
  );
}
