import { useState } from 'react';
import { Button, Notice } from '../components';
import { forgetTellings } from './tellings';

/** Takes away all that this telephone knows of what was told; asked twice, for the code goes with it. */
export function Wipe({ onWiped }: { onWiped: () => void }) {
  const [asked, ask] = useState(false);
  if (!asked) {
    return (
      <Button kind="quiet" name="wipe" onTap={() => ask(true)}>
        清除这部手机上的记录
      </Button>
    );
  }
  async function wipe(): Promise<void> {
    await forgetTellings();
    onWiped();
  }
  return (
    <>
      <Notice kind="warning">
        清除后，没有提交的内容、照片和收据码在这部手机上都找不回来。已经提交的，法院那里不受影响。
      </Notice>
      <Button kind="danger" name="wipe-now" onTap={() => void wipe()}>
        确定清除
      </Button>
      <Button kind="quiet" onTap={() => ask(false)}>
        先不清除
      </Button>
    </>
  );
}
