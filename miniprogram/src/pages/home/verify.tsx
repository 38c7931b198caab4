import { Button, Card, Text, View } from '../../components';
import { useCourt } from '../../court';
import { platform } from '../../platform';

/** A message from "the court" may be a swindler's: how to find out without trusting the message. */
export function Verify() {
  const { phone, hotline } = useCourt();
  return (
    <Card title="怎样确认真的是法院">
      <View className="zq-text">不要照短信里的号码回拨。请自己拨 {hotline}，报上编号，由人工核实。</View>
      <View className="zq-text">法院不会让您点链接付款，不会要验证码，也不会要银行卡密码。</View>
      <Button kind="secondary" name="call-hotline" onTap={() => platform.phoneCall(hotline)}>
        拨打 {hotline} 核实
      </Button>
      {phone === hotline ? null : (
        <Button kind="secondary" name="call-court" onTap={() => platform.phoneCall(phone)}>
          拨打法院 <Text className="zq-nowrap">{phone}</Text>
        </Button>
      )}
    </Card>
  );
}
