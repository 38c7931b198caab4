import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button, Card, Notice, Page, Text, View } from '../../components';
import { useCourt } from '../../court';
import { sentenceOf } from '../../errors';
import { BOUNTY_NOTICES, CLAIM_ACCESS, MY_TIP, SIGN_IN, VERIFY_CERTIFICATE } from '../../routes';
import { useSession } from '../../session';
import { enterAsPersona, goToFirstPage } from '../../sign-in';
import { Greeting } from './greeting';
import { Verify } from './verify';

const FOR_WHOM = [
  ['义务人', '看清今天应付多少、等一天多多少，登记付款、商量分期、说明困难或者提出异议。'],
  ['权利人', '看到对方履行到哪一步，确认收款，答复分期方案。您随时可以申请执行。'],
  ['联络员', '村（社区）、镇街的同志在这里收任务、看材料、记走访，没有网络也能记。'],
  ['法院', '法官和书记员在这里发起督促、看进度，办理卡住的事。'],
] as const;

/** The public landing: what this is, how to know that it is real, and the way in. No login wall. */
export default function Home() {
  const { me, farewell } = useSession();
  const court = useCourt();
  const entering = useEnteringPersona();

  if (entering === 'busy') {
    return (
      <Page title="正在进入…">
        <View className="zq-branch" role="status" live="polite">
          正在进入，请稍候…
        </View>
      </Page>
    );
  }
  return (
    <Page
      title="按时履行，少走一步"
      lead="判决、调解生效之后，法院在这里提醒当事人按期履行，履行了就不用再进执行程序。"
    >
      {court.demo ? <Notice>这是演示系统，人和案件都是虚构的。</Notice> : null}
      {farewell ? <Notice kind="warning">{farewell}</Notice> : null}
      {entering ? <Notice kind="danger">{entering}</Notice> : null}
      {me ? <Greeting me={me} /> : <WayIn />}
      <Verify />
      <Button
        kind="secondary"
        name="verify-certificate"
        onTap={() => void Taro.navigateTo({ url: VERIFY_CERTIFICATE })}
      >
        证明书验真
      </Button>
      <Clues />
      <Card title="它帮谁办什么">
        {FOR_WHOM.map(([who, what]) => (
          <View className="zq-text" key={who}>
            <Text className="zq-strong">{who}</Text>
            <View>{what}</View>
          </View>
        ))}
      </Card>
    </Page>
  );
}

function WayIn() {
  return (
    <Card title="收到法院短信的，从这里进">
      <View className="zq-text">短信里有 8 位查询码。凭查询码和本人证件号码后六位查看，不用注册。</View>
      <Button name="claim-access" onTap={() => void Taro.navigateTo({ url: CLAIM_ACCESS })}>
        输入短信查询码
      </Button>
      <View className="zq-fine">不会用手机？带上短信和证件到法院，或者请家人、村里的联络员代办。</View>
      <Button kind="quiet" name="sign-in" onTap={() => void Taro.navigateTo({ url: SIGN_IN })}>
        法院和镇村工作人员登录
      </Button>
    </Card>
  );
}

/** For whoever knows something: without an account, and quietly. */
function Clues() {
  return (
    <Card title="知道财产线索的">
      <View className="zq-text">不用登录，不用写姓名，凭收据码查进展。</View>
      <Button kind="quiet" name="bounty-notices" onTap={() => void Taro.navigateTo({ url: BOUNTY_NOTICES })}>
        公告与线索
      </Button>
      <Button kind="quiet" name="my-tip" onTap={() => void Taro.navigateTo({ url: MY_TIP })}>
        查询我的线索
      </Button>
    </Card>
  );
}

/** Demo mode: `?persona=NAME` signs in and goes on. Null, `busy`, or the sentence why it failed. */
function useEnteringPersona(): 'busy' | string | null {
  const { persona } = useRouter().params;
  const [state, setState] = useState<string | null>(persona ? 'busy' : null);
  useEffect(() => {
    if (!persona) return;
    enterAsPersona(persona).then(goToFirstPage, (error) => setState(sentenceOf(error)));
  }, [persona]);
  return state;
}
