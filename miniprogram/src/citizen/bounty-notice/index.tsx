import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Button, Notice, Page } from '../../components';
import { go } from '../../parties/go';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { BOUNTY_NOTICES, SUBMIT_TIP } from '../../routes';
import { NoticePaper } from './paper';

/** One notice, on the screen and for the notice board. */
export default function BountyNotice() {
  const { number: given = '' } = useRouter().params;
  const number = decodeURIComponent(given);
  const query = useQuery('get-bounty-notice', { number }, { keep: false });
  const [noPrinter, setNoPrinter] = useState(false);
  return (
    <Page title="悬赏公告">
      <Branches query={query} empty="没有找到这份公告，请回到公告列表查看。">
        {(notice) => (
          <>
            <NoticePaper notice={notice} />
            <Button name="submit-tip" onTap={() => go(SUBMIT_TIP, { number: notice.number })}>
              我有线索
            </Button>
            <Button kind="secondary" name="print" onTap={() => setNoPrinter(!platform.print())}>
              打印张贴
            </Button>
            {noPrinter ? (
              <Notice>手机上不能直接打印。请在电脑浏览器里打开本页后打印，或者到法院窗口领取。</Notice>
            ) : null}
          </>
        )}
      </Branches>
      <Button kind="quiet" name="all-notices" onTap={() => go(BOUNTY_NOTICES)}>
        看全部公告
      </Button>
    </Page>
  );
}
