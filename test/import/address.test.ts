import { describe, expect, test } from 'vitest';
import { addressBook } from '../../shared/import/address';
import type { AreaTable } from '../../shared/import/types';
import { AREAS } from '../seeds/areas';

const BOOK = addressBook(AREAS);
const village = (town: string, name: string): string =>
  AREAS.villages.find((v) => v.name === name && v.townId === townId(town))!.id;
const townId = (name: string): string => AREAS.towns.find((town) => town.name === name)!.id;

describe('an address that fits one village', () => {
  test.each([
    ['青溪县虹溪镇宋家村12号', '虹溪镇', '宋家村'],
    ['浙江省清州市青溪县虹溪镇宋家村12号', '虹溪镇', '宋家村'],
    ['虹溪镇大桥头村3组', '虹溪镇', '大桥头村'],
    ['桥头村5号', '虹溪镇', '桥头村'],
    ['柳塘镇新民村1号', '柳塘镇', '新民村'],
    ['石门乡新民村1号', '石门乡', '新民村'],
    ['石门新民7号', '石门乡', '新民村'],
    ['云岭乡泉坑村', '云岭镇', '泉水坑村'],
    ['宋家行政村8号', '虹溪镇', '宋家村'],
    ['虹溪镇宋家村村民委员会', '虹溪镇', '宋家村'],
    ['虹溪 镇 宋家 村', '虹溪镇', '宋家村'],
    ['城东街道文昌阁3幢201室', '城东街道', '文昌社区'],
    ['虹溪社区8号', '虹溪镇', '虹溪社区'],
    ['虹溪镇宋家村塔下', '虹溪镇', '宋家村'],
    ['青溪县城东新村12幢', '城东街道', '城东新村社区'],
  ])('%s', (address, town, name) => {
    expect(BOOK.match(address)).toEqual({
      villageId: village(town, name),
      townId: townId(town),
      candidates: [],
    });
  });
});

describe('an address that a clerk has to settle', () => {
  test.each([
    [
      'two villages of this name',
      '新民村1号',
      null,
      [village('柳塘镇', '新民村'), village('石门乡', '新民村')],
    ],
    ['a village of another town', '虹溪镇竹林村2号', '虹溪镇', [village('云岭镇', '竹林村')]],
    ['an unknown village', '虹溪镇王家村2号', '虹溪镇', []],
    ['the town alone', '青溪县云岭镇', '云岭镇', []],
    ['nothing of ours', '外省某市', null, []],
    ['another county', '邻水县虹溪镇宋家村9号', null, []],
    ['a district of another city', '清州市南湖区桥头村1号', null, []],
    ['two villages', '宋家村、石板桥村', null, [village('虹溪镇', '宋家村'), village('虹溪镇', '石板桥村')]],
  ])('%s: %s', (_, address, town, candidates) => {
    expect(BOOK.match(address)).toEqual({
      villageId: null,
      townId: town && townId(town),
      candidates,
    });
  });
});

test('an alias that a clerk has taught settles its like', () => {
  const taught: AreaTable = {
    ...AREAS,
    villages: AREAS.villages.map((v) =>
      v.name === '宋家村' ? { ...v, aliases: [...v.aliases, '王家村'] } : v,
    ),
  };
  expect(addressBook(taught).match('虹溪镇王家村2号').villageId).toBe(village('虹溪镇', '宋家村'));
});

test.each([
  ['青溪县虹溪镇王家村2号', '王家村'],
  ['王家村2号', '王家村'],
  ['浙江省清州市青溪县虹溪镇王家塘自然村2号', '王家塘自然村'],
  ['虹溪镇东风路8号', '东风路'],
  ['虹溪镇', null],
])('the piece of %s to be remembered is %s', (address, piece) => {
  expect(BOOK.villagePiece(address)).toBe(piece);
});
