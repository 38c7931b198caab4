import { describe, expect, test } from 'vitest';
import { certificateNumber, readCertificateNumber } from '../../shared/cases/certificate';

describe('the number of a certificate', () => {
  test.each([
    ['青溪县', '青溪履证〔2026〕7号'],
    ['青溪', '青溪履证〔2026〕7号'],
    ['云岭市', '云岭履证〔2026〕7号'],
    ['浙青', '浙青履证〔2026〕7号'],
  ])('of %s', (place, number) => {
    expect(certificateNumber(place, 2026, 7)).toBe(number);
  });

  test.each([
    '青溪履证〔2026〕7号',
    ' 青溪履证[2026]7号',
    '青溪履证（２０２６）７ 号',
    '青溪履证【2026】7号',
    '青溪履证(2026)7号',
  ])('typed as %s it is found', (typed) => {
    expect(readCertificateNumber(typed)).toBe('青溪履证〔2026〕7号');
  });
});
