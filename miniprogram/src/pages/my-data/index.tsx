import { Branches, Button, Heading, Notice, Page, View } from '../../components';
import { go } from '../../parties/go';
import { OtherWays } from '../../parties/other-ways';
import { useQuery } from '../../query';
import { MY_DATA_COPY, REQUEST_ERASURE } from '../../routes';
import { HeldCard } from './held-card';
import { MyRequests } from './my-requests';
import { Unread } from './unread';

/** What is held about whoever looks, and the way to have it put right or taken away. */
export default function MyData() {
  const query = useQuery('get-my-data', {}, { keep: false });
  return (
    <Page
      title="我的信息"
      lead="法院在这里存着您的哪些信息、做什么用、谁能看、存多久。写错了可以申请更正，不需要的可以申请删除。"
      watermark={query.state === 'ready' ? query.data.watermark : true}
    >
      <MyRequests />
      <Branches query={query} empty="">
        {({ groups, unread, asProxy }) => (
          <>
            {groups.map((group) => (
              <HeldCard group={group} key={group.partyId ?? 'account'} />
            ))}
            {asProxy ? (
              <Notice>您代别人办的案件不在这里。那是他本人的信息，要由他本人查看和申请。</Notice>
            ) : null}
            <Unread fields={unread} />
            <Heading level={2}>您可以办</Heading>
            <Button name="my-data-copy" onTap={() => go(MY_DATA_COPY)}>
              取一份完整的副本
            </Button>
            <Button kind="secondary" name="request-erasure" onTap={() => go(REQUEST_ERASURE)}>
              申请删除我的信息
            </Button>
            <View className="zq-fine">
              谁在什么时候办了什么，系统另有一份操作记录，里面没有姓名和号码，按规定不能改、不能删。
            </View>
          </>
        )}
      </Branches>
      <OtherWays>拨打下方法院电话，或者带身份证到法院窗口查看和申请。</OtherWays>
    </Page>
  );
}
