import type { OutputOf } from '../../../../shared/actions';
import { SOUGHT_WORDS } from '../../../../shared/cases/bounty-notice';
import { showDay } from '../../../../shared/day';
import { PhoneLink, Picture, View } from '../../components';
import '../../pages/certificate/paper.scss';
import { promiseWords } from '../promise-words';

type Notice = OutputOf<'get-bounty-notice'>;

/** Who may have the reward (法释〔2017〕8号 22–24), in plain words. */
const CONDITIONS = [
  '提供的是法院还没有掌握的财产线索。',
  '法院依线索查到财产，真的收回了钱。',
  '几个人提供同样线索的，奖励给最先提供的人。',
  '申请执行人和他的代理人，以及本来就有义务提供线索的人，不能领取。',
];

/** One sheet of A4: what is sought, what is promised, and the code by which a passer-by tells. */
export function NoticePaper({ notice }: { notice: Notice }) {
  const { number, courtName, courtPhone, debtorName, area, sought, text } = notice;
  return (
    <View className="zq-paper">
      <View className="zq-paper__court">{courtName}</View>
      <View className="zq-paper__title">悬赏公告</View>
      <View className="zq-paper__number">{number}</View>
      <PaperRow label="被执行人">{`${debtorName}（${area}）`}</PaperRow>
      <PaperRow label="征集什么">{SOUGHT_WORDS[sought]}</PaperRow>
      <PaperRow label="奖励">{promiseWords(notice)}</PaperRow>
      <PaperRow label="有效期">{`${showDay(notice.publishedDay)}至${showDay(notice.expiresDay)}`}</PaperRow>
      {text
        .split('\n')
        .filter((line) => line.trim())
        .map((line) => (
          <View className="zq-paper__text" key={line}>
            {line}
          </View>
        ))}
      <View className="zq-strong">怎样才能得到奖励</View>
      {CONDITIONS.map((words, index) => (
        <View key={words}>{`${index + 1}. ${words}`}</View>
      ))}
      <View className="zq-paper__sign">
        <View>{courtName}</View>
        <View>
          电话 <PhoneLink number={courtPhone} />
        </View>
      </View>
      <Picture className="zq-qr" src={notice.qr} alt="扫码提供线索的二维码" />
      <View className="zq-paper__number">扫码提供线索，不用写姓名。{notice.address}</View>
    </View>
  );
}

function PaperRow({ label, children }: { label: string; children: string }) {
  return (
    <View className="zq-paper__row">
      <View className="zq-paper__label">{label}</View>
      <View className="zq-paper__value">{children}</View>
    </View>
  );
}
