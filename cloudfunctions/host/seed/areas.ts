/** The fictional county of every demonstration, seed and test. Region codes 9999xx do not exist. */

export interface SeedVillage {
  code: string;
  name: string;
  aliases: string[];
}

export interface SeedTown {
  code: string;
  name: string;
  aliases: string[];
  villages: SeedVillage[];
}

/** Villages are numbered from `…201`, communities (社区) from `…001`, as the statistics office does. */
function town(code: string, name: string, aliases: string[], names: [name: string, ...aliases: string[]][]) {
  let village = 200;
  let community = 0;
  const villages = names.map(([villageName, ...others]) => {
    const serial = villageName.endsWith('社区') ? ++community : ++village;
    return { code: `${code}${String(serial).padStart(3, '0')}`, name: villageName, aliases: others };
  });
  return { code, name, aliases, villages } satisfies SeedTown;
}

export const COUNTY = {
  name: '青溪县',
  code: '999901',
  towns: [
    town(
      '999901101',
      '虹溪镇',
      ['虹溪', '红溪乡'],
      [
        ['宋家村', '宋家庄', '上宋家'],
        ['桥头村', '桥头自然村'],
        ['大桥头村'],
        ['杨柳湾村', '杨湾村'],
        ['石板桥村'],
        ['前庄村', '前庄里'],
        ['后庄村', '后庄里'],
        ['茶亭村', '茶亭岗'],
        ['渡船口村', '渡口村'],
        ['虹溪社区', '虹溪街居委会'],
      ],
    ),
    town(
      '999901102',
      '云岭镇',
      ['云岭', '云岭乡'],
      [
        ['竹林村', '竹林坞'],
        ['松树岭村', '松岭村'],
        ['望云村'],
        ['梯田村', '九曲梯田'],
        ['泉水坑村', '泉坑村'],
        ['樟树下村', '樟下村'],
        ['石屋村'],
        ['高坪村', '高坪头'],
        ['雾山村'],
        ['云岭社区'],
      ],
    ),
    town(
      '999901103',
      '白鹭镇',
      ['白鹭', '鹭洲镇'],
      [
        ['白鹭洲村', '鹭洲村'],
        ['芦花村', '芦花荡'],
        ['荷塘村'],
        ['菱湖村', '菱角湖'],
        ['沙滩村'],
        ['东浦村'],
        ['西浦村'],
        ['渔家村', '渔家渡'],
        ['稻香村', '十里稻香'],
        ['白鹭社区'],
      ],
    ),
    town(
      '999901104',
      '柳塘镇',
      ['柳塘', '柳塘公社'],
      [
        ['新民村', '新民大队'],
        ['柳塘村'],
        ['上塘村'],
        ['下塘村'],
        ['花园村', '花园里'],
        ['枫桥头村', '枫桥村'],
        ['陈家埭村', '陈埭村'],
        ['李家埭村', '李埭村'],
        ['窑厂村', '砖窑厂'],
        ['柳塘社区'],
      ],
    ),
    town(
      '999901201',
      '石门乡',
      ['石门', '石门公社'],
      [
        ['新民村', '石门新民'],
        ['石门村'],
        ['双溪口村', '双溪村'],
        ['黄泥岭村', '黄泥村'],
        ['桃源坞村', '桃坞村'],
        ['水碓村'],
        ['油坊村', '老油坊'],
        ['风洞村'],
        ['岩下村', '岩下山'],
        ['里山村', '里山坞'],
      ],
    ),
    town(
      '999901001',
      '城东街道',
      ['城东', '城关镇'],
      [
        ['东门社区', '东门居委会'],
        ['文昌社区', '文昌阁'],
        ['青溪社区', '青溪桥'],
        ['滨河社区', '滨河花苑'],
        ['学前社区', '学前街'],
        ['桂花社区', '桂花园'],
        ['城东新村社区', '城东新村'],
        ['果园村'],
        ['菜场村', '老菜场'],
        ['塔下村', '塔下'],
      ],
    ),
  ] satisfies SeedTown[],
};
