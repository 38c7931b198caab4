import Taro from '@tarojs/taro';
import { Button, Notice } from '../../components';
import { DUTY } from '../../routes';

/** Who has to look now. Nobody is the worst that can be: every clock runs on. */
export function OnDuty({ names }: { names: string[] }) {
  if (names.length > 0) return <Notice>{`现在值班：${names.join('、')}`}</Notice>;
  return (
    <>
      <Notice kind="danger">现在没有人值班，新线索没有人接。请马上排班。</Notice>
      <Button name="duty" onTap={() => void Taro.navigateTo({ url: DUTY })}>
        去排班
      </Button>
    </>
  );
}
