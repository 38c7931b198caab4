import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page } from '../../components';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { Paper } from './paper';

/** 自动履行证明书, as it is printed: on paper the frame of the page is gone. */
export default function Certificate() {
  const { caseId = '' } = useRouter().params;
  const query = useQuery('get-certificate', { caseId });
  const [noPrinter, setNoPrinter] = useState(false);
  return (
    <Page title="自动履行证明书">
      <Branches query={query} empty="这件案件还没有证明书。">
        {(certificate) => (
          <>
            <Paper certificate={certificate} />
            <Button onTap={() => setNoPrinter(!platform.print())}>打印证明书</Button>
            {noPrinter ? (
              <Notice>
                手机上不能直接打印。请在电脑浏览器里打开后打印，或者带身份证到法院窗口领取纸质证明书。
              </Notice>
            ) : null}
          </>
        )}
      </Branches>
    </Page>
  );
}
