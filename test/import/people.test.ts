import { describe, expect, test } from 'vitest';
import { looksLikeOrganisation, readNames } from '../../shared/import/people';
import { readOfficePhone, readPhones } from '../../shared/import/phone';
import { number, text } from './sheets';

describe('names', () => {
  test.each([
    ['郑小满', ['郑小满'], []],
    ['郑 小 满', ['郑小满'], []],
    ['宋大江、宋小河', ['宋大江', '宋小河'], []],
    ['宋大江，宋小河\n宋小溪', ['宋大江', '宋小河', '宋小溪'], []],
    ['阿依古丽·买买提', ['阿依古丽·买买提'], []],
    ['John Smith', ['John Smith'], []],
    ['青溪县宏达（集团）有限公司', ['青溪县宏达（集团）有限公司'], []],
    ['朱某某', ['朱某某'], ['name-anonymous']],
  ])('%s', (written, names, findings) => {
    const read = readNames(written);
    expect(read.value).toEqual(names);
    expect(read.findings.map(({ code }) => code)).toEqual(findings);
  });

  test.each([
    ['蒋南等', 'name-with-role'],
    ['蒋南等三人', 'name-with-role'],
    ['宏达有限公司 法定代表人：蒋南', 'name-with-role'],
    ['秦川（曾用名秦岭）', 'name-with-role'],
    ['杨*', 'name-masked'],
    ['沈北 沈中', 'name-spaces'],
    ['郑', 'name-unreadable'],
    ['郑小满（男）', 'name-unreadable'],
    ['19900000001', 'name-unreadable'],
    ['、', 'name-unreadable'],
  ])('%s goes to a human being', (written, code) => {
    const read = readNames(written);
    expect(read.value).toBeNull();
    expect(read.findings.map((found) => found.code)).toEqual([code]);
  });

  test.each([
    ['青溪农村商业银行股份有限公司', true],
    ['青溪县虹溪镇宋家村村民委员会', true],
    ['青溪县老王建材经营部', true],
    ['郑小满', false],
    ['欧阳建设行', true],
    ['司马行', false],
    ['阿依古丽·买买提', false],
  ])('%s: an organisation? %s', (name, expected) => {
    expect(looksLikeOrganisation(name)).toBe(expected);
  });
});

describe('phones', () => {
  test.each([
    ['19900000001', ['19900000001']],
    ['199-0000-0001', ['19900000001']],
    ['+86 199 0000 0001', ['19900000001']],
    ['１９９００００００００'.slice(0, 7).concat('0001'), ['19900000001']],
    ['19900000001、19900000002', ['19900000001', '19900000002']],
    ['19900000001/19900000002', ['19900000001', '19900000002']],
    ['19900000001\n19900000001', ['19900000001']],
    ['19900000001 19900000002', ['19900000001', '19900000002']],
    ['19900000001（本人）', ['19900000001']],
    ['郑小满19900000001', ['19900000001']],
  ])('%s', (written, phones) => {
    expect(readPhones(text(written), '郑小满')).toEqual({ value: phones, findings: [] });
  });

  test('a number cell', () => {
    expect(readPhones(number(19900000001), null).value).toEqual(['19900000001']);
  });

  test.each([
    ['19900000001（妻子）', 'phone-of-another'],
    ['何家福19900000001', 'phone-of-another'],
    ['199****0001', 'phone-masked'],
    ['0999-6000001', 'phone-landline'],
    ['1.99E+10', 'phone-lost-digits'],
    ['1990000000', 'phone-unreadable'],
    ['12900000001', 'phone-unreadable'],
    ['请联系村委会', 'phone-of-another'],
  ])('%s is left out and named', (written, code) => {
    const read = readPhones(text(written), '郑小满');
    expect(read.value).toEqual([]);
    expect(read.findings.map((found) => found.code)).toEqual([code]);
  });

  test('one bad number does not take the good one with it', () => {
    const read = readPhones(text('19900000001、1990000'), null);
    expect(read.value).toEqual(['19900000001']);
    expect(read.findings).toEqual([{ code: 'phone-unreadable' }]);
  });

  test.each([
    ['0999-6000002', '0999-6000002'],
    ['6000002', '6000002'],
    ['0999-6000002转801', '0999-6000002转801'],
    ['请打总机', null],
  ])('a judge’s number may be a landline: %s', (written, phone) => {
    expect(readOfficePhone(text(written)).value).toBe(phone);
  });
});
