import type { OutputOf } from '../../../../shared/actions';
import { showDay } from '../../../../shared/day';
import { showYuan } from '../../../../shared/money';
import { View } from '../../components';
import './paper.scss';

type Certificate = OutputOf<'get-certificate'>;

/** One sheet of A4. */
export function Paper({ certificate }: { certificate: Certificate }) {
  const { courtName, number, verifyCode, issuedDay } = certificate;
  return (
    <View className="zq-paper">
      <View className="zq-paper__court">{courtName}</View>
      <View className="zq-paper__title">自动履行证明书</View>
      <View className="zq-paper__number">{number}</View>
      {rowsOf(certificate).map(([label, value]) => (
        <View className="zq-paper__row" key={label}>
          <View className="zq-paper__label">{label}</View>
          <View className="zq-paper__value">{value}</View>
        </View>
      ))}
      <View className="zq-paper__text">
        上述义务人在申请执行立案之前，已自动履行生效法律文书确定的义务。特此证明。
      </View>
      <View className="zq-paper__sign">
        <View>{courtName}</View>
        <View>{showDay(issuedDay)}</View>
      </View>
      <View className="zq-paper__verify">
        <View className="zq-paper__code">验真码 {verifyCode}</View>
        <View>在“执前通”首页点“证明书验真”，填编号和验真码，即可核对真伪；也可以拨打法院电话核实。</View>
      </View>
    </View>
  );
}

function rowsOf(certificate: Certificate): [label: string, value: string][] {
  const { obligor, obligorIdMasked, obligee, caseNumber, instrumentType, obligation } = certificate;
  return [
    ['义务人', obligor],
    ...(obligorIdMasked ? [['证件号码', obligorIdMasked] as [string, string]] : []),
    ['权利人', obligee],
    ['案号', caseNumber],
    ['文书', instrumentType],
    ['应履行的义务', obligation],
    ['履行金额', `${showYuan(certificate.amount)} 元`],
    ['履行完毕日', showDay(certificate.performedDay)],
    ['确认方式', certificate.confirmedBy],
  ];
}
