import { addDays, day } from '../../../shared/day';
import { creditCheckLetter } from '../../../shared/import/credit-code';
import { citizenCheckLetter } from '../../../shared/import/id-number';
import type { Dice } from './dice';

/** Invented people. Nobody can have these numbers: region 999999 and telephone 1990000xxxx do not exist. */
export interface Person {
  kind: 'natural' | 'organisation';
  name: string;
  idNumber: string;
  phone: string;
}

export interface People {
  natural(name?: string): Person;
  company(): Person;
  /** The next free telephone number. */
  phone(): string;
}

export function createPeople(dice: Dice): People {
  const names = new Set<string>();
  let serial = 1000;
  const phone = () => `1990000${String(serial++).padStart(4, '0')}`;
  const unique = (invent: () => string): string => {
    for (;;) {
      const name = invent();
      if (!names.has(name)) {
        names.add(name);
        return name;
      }
    }
  };
  return {
    phone,
    natural: (name = unique(() => inventName(dice))) => ({
      kind: 'natural',
      name,
      idNumber: citizenNumber(dice),
      phone: phone(),
    }),
    company: () => ({
      kind: 'organisation',
      name: unique(() => `青溪县${dice.pick(TRADE_NAMES)}${dice.pick(TRADES)}有限公司`),
      idNumber: creditCode(dice),
      phone: phone(),
    }),
  };
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const FIRST = [...'建国志明晓春秋永福家德金水根长海云玉秀美桂兰素文小大阿立新振兴少成光荣世友思雨佳子梦一'];
const SECOND = [
  ...'华强军平伟芳娟敏静丽勇涛明超霞刚辉玲杰斌波鹏飞峰英琴梅红兰萍霖泉生根林松山河宝祥发财有良',
];

const inventName = (dice: Dice) =>
  dice.pick(SURNAMES) + (dice.percent(88) ? dice.pick(FIRST) : '') + dice.pick(SECOND);

const TRADE_NAMES = [
  '云杉',
  '溪岸',
  '白鹭',
  '宏成',
  '安禾',
  '新塘',
  '石桥',
  '百谷',
  '青禾',
  '恒信',
  '金穗',
  '远帆',
];
const TRADES = ['建材', '竹业', '茶业', '农资', '纺织', '机械', '物流', '建筑劳务', '水产', '电器'];

function citizenNumber(dice: Dice): string {
  const born = addDays(day('1958-01-01'), dice.between(0, 15_500)).replaceAll('-', '');
  const first17 = `999999${born}${String(dice.between(1, 998)).padStart(3, '0')}`;
  return first17 + citizenCheckLetter(first17);
}

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function creditCode(dice: Dice): string {
  const body = Array.from({ length: 9 }, () => dice.pick([...CODE_LETTERS])).join('');
  const first17 = `91999999${body}`;
  return first17 + creditCheckLetter(first17);
}

/** A house in a village, as addresses read there. */
export const houseNumber = (dice: Dice): string =>
  dice.percent(50) ? `${dice.between(1, 188)}号` : `${dice.between(1, 12)}组${dice.between(1, 60)}号`;
