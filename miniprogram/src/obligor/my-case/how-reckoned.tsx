import { showDay } from '../../../../shared/day';
import { HEAD_WORDS } from '../../../../shared/law/wording';
import { showYuan } from '../../../../shared/money';
import { View } from '../../components';
import { EXECUTION_FEE_BASIS, partsOf, readingsIn, type Statement } from '../../parties/owed';

/** Each part with the article it rests on, and where each confirmed payment went. */
export function HowReckoned({ statement }: { statement: Statement }) {
  return (
    <>
      {partsOf(statement).map(({ name, how, basis }) => (
        <View className="zq-text" key={name}>
          <View>
            {name}：{how}
          </View>
          <View className="zq-field__hint">{basis.join('；')}</View>
        </View>
      ))}
      {statement.executionFee > 0 ? (
        <View className="zq-text">
          <View>申请执行费：对方申请执行以后才有，按金额分段计算，由应付钱的一方承担。</View>
          <View className="zq-field__hint">{EXECUTION_FEE_BASIS}</View>
        </View>
      ) : null}
      {readingsIn(statement).map((reading) => (
        <View className="zq-text" key={reading}>
          {reading}。
        </View>
      ))}
      {statement.lines.map((line) => (
        <View className="zq-text" key={`${line.day} ${line.paid}`}>
          {showDay(line.day)}付的 {showYuan(line.paid)} 元：{usedFor(line)}。
        </View>
      ))}
      <View className="zq-text">这些数字是按法律算的估计，最后以法院核算为准。算得不对，可以提出异议。</View>
    </>
  );
}

function usedFor(line: Statement['lines'][number]): string {
  const uses = [
    [HEAD_WORDS.costs, line.toCosts],
    [HEAD_WORDS.general, line.toGeneral],
    [HEAD_WORDS.principal, line.toPrincipal],
    [HEAD_WORDS.doubled, line.toDoubled],
    ['多付，应当退还', line.surplus],
  ] as const;
  return uses
    .filter(([, amount]) => amount > 0)
    .map(([word, amount]) => `${word} ${showYuan(amount)} 元`)
    .join('，');
}
