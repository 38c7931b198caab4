import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand';
import { shown } from './understand-shown';

const lines = (list: string): string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whoever sounds like this is told to a person at once, whatever else he says. */
const DANGEROUS = lines(`
  我不想活了
  想死
  真的想死
  我想死你们管不管
  活不下去
  活不下去了，你们看着办
  喝药
  我喝药算了
  我要喝药
  再逼我就喝农药
  不 想 活 了
  不.想.活.了
  不-想-活-了
  不…想…活…了
  不*想*活
  不，想，活，了
  我想。死
  想 死
  想.死
  喝 农 药
  喝·农·药
  跳 楼
  我要跳 楼
  3 走访了，他说活着没意思
  走访1 他说要喝农药
  收到 3 我不想活了
  死了算球
  日子过不下去了
  你们这是不给我活路
  我还不如死了好
  遗书都写好了
  逼死我算了
  饿死在法院门口
  我累死了，真的不想活了
  笑死，我死给你看
  我要砍人
  砍 人
  把我逼急了同归于尽
  信不信我弄死你
  我拿刀去法院
  大不了鱼死网破
  3 走访了，他说要跟我拼命
  你们等着收尸吧
  走着瞧
  我知道你家在哪
  炸法院
  炸 法 院
  炸.法.院
  他再不还钱我就砍死他
  殺了他
  要殺人
  跳樓
  喝農药
  打死他
  泼汽油
  我不想活了？
  人工，我不想活了
  123456 我不想活了
`);

/** Said every day, and meant by nobody. */
const HARMLESS = lines(`
  急死了
  急死我了
  笑死
  笑死我了
  累死我了
  累死了，走访 1 联系不上
  气死我了
  热死了
  饿死了
  吃药
  他在吃药
  3 走访了，天天喝药，没钱
  3 打死也不还
  他打死都不认
  打死我也不还
  3 死活不开门
  3 死不认账
  想死你了
  手机死机了
  半死不活
  拼命打工还钱
  3 在外面拼命挣钱
  加汽油的钱都没有
  打断一下
  3 他摔断腿了，没钱
  3 家里杀了年猪，愿意还
  没活干
  不想活动
  原来生意好
  后来生病了
  3 在田里打农药
  弄你们这个弄不来
  怎么弄你教我
  3 他住跳楼价的旅社
  不怕报复，怕报复
  那条死胡同
`);

test.each(DANGEROUS)('a person is called at once: 「%s」', (words) => {
  expect(understand(words).intents).toEqual([{ kind: 'distress' }]);
});

test.each(HARMLESS)('nobody is called: 「%s」', (words) => {
  expect(shown(words)).not.toContain('distress');
});

describe('where it stands', () => {
  test('in a quoted message it was said by somebody else before', () => {
    const quote = (quoted: string, text: string) =>
      `「老李：${quoted}」\n- - - - - - - - - - - - - - -\n${text}`;
    expect(shown(quote('我不想活了', '收到 3'))).toBe('acknowledge 3');
    expect(shown(quote('收到 3', '我不想活了'))).toBe('distress');
  });

  test('at the end of five thousand characters, or in the middle', () => {
    expect(shown(`${'他说家里的事情很多'.repeat(550)}我不想活了`)).toBe('distress');
    expect(shown(`${'稻'.repeat(2_500)}喝农药${'稻'.repeat(2_500)}`)).toBe('distress');
  });

  test('between letters that nobody sees', () => {
    expect(shown('不\u200b想\u200d活\u2060了')).toBe('distress');
  });
});
