import { useState } from 'react';
import { Branches, Button, Card, Notice, Page, View } from '../../components';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { HeldField } from '../my-data/held-card';

/** His own copy, nothing masked: asked for by a tap of its own, shown to be printed, kept nowhere on the telephone. */
export default function MyDataCopy() {
  const [wanted, want] = useState(false);
  return (
    <Page title="我的信息副本" watermark>
      {wanted ? (
        <Copy />
      ) : (
        <>
          <Notice kind="warning">
            副本里有您完整的号码、证件号码和地址。请在没有旁人的地方打开，打印后自己收好，不要转发。打开会留下记录。
          </Notice>
          <Button name="open-copy" onTap={() => want(true)}>
            打开副本
          </Button>
        </>
      )}
    </Page>
  );
}

function Copy() {
  const query = useQuery('get-my-data', { whole: true }, { keep: false });
  const [noPrinter, setNoPrinter] = useState(false);
  return (
    <Branches query={query} empty="">
      {({ name, groups, watermark }) => (
        <>
          <View className="zq-text">{`${name}本人的个人信息，${watermark}取得。`}</View>
          {groups.map(({ title, stays, fields, partyId }) => (
            <Card title={title} key={partyId ?? 'account'}>
              {stays ? <View className="zq-fine">{`${stays}。`}</View> : null}
              {fields.map((held) => (
                <HeldField held={held} key={held.field} />
              ))}
            </Card>
          ))}
          <Button name="print" onTap={() => setNoPrinter(!platform.print())}>
            打印或存成 PDF
          </Button>
          {noPrinter ? (
            <Notice>手机上不能直接打印。请在电脑浏览器里打开，或者带身份证到法院窗口领取。</Notice>
          ) : null}
        </>
      )}
    </Branches>
  );
}
