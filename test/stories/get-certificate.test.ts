import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fen } from '../../shared/money';
import { createCounty } from '../county';
import { type County, payAndConfirm, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

describe('the certificate of voluntary performance', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-18T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('both parties and the court open it; every look leaves a line', async () => {
    const parties = await supervisedCase(world, county, { costs: fen(52_500) });
    await payAndConfirm(parties, 5_052_500, '2026-03-16');
    for (const reader of [parties.obligor, parties.obligee, await world.as(county.officer)]) {
      expect(await reader.does('get-certificate', { caseId: parties.caseId })).toMatchObject({
        number: expect.stringMatching(/^青溪履证〔2026〕\d+号$/),
        verifyCode: expect.stringMatching(/^[2-9A-Z]{10}$/),
        courtName: '青溪县人民法院',
        obligor: '郑小满',
        obligorIdMasked: '999999**********4X',
        obligee: '何家福',
        obligation: '按民事判决书给付50,000.00元，并负担诉讼费用525.00元',
        amount: 5_052_500,
        method: '银行转账给权利人',
        performedDay: '2026-03-16',
        issuedDay: '2026-03-18',
        confirmedBy: '权利人确认收到',
      });
    }
    const looks = await world.db
      .selectFrom('audit_lines')
      .select('seq')
      .where('subject', '=', parties.caseId)
      .where('action', '=', 'get-certificate')
      .execute();
    expect(looks).toHaveLength(3);
  });

  test('anybody who holds it checks number and code, typed as they stand on paper; names stay masked', async () => {
    const parties = await supervisedCase(world, county);
    await payAndConfirm(parties, 5_000_000, '2026-03-18');
    const { number, verifyCode } = await parties.obligor.does('get-certificate', { caseId: parties.caseId });
    const typed = number.replace('〔', '[').replace('〕', '］').replace('号', ' 号');
    for (const form of [number, typed]) {
      expect(
        await world.anybody.does('verify-certificate', {
          number: form,
          verifyCode: verifyCode.toLowerCase(),
        }),
      ).toEqual({
        courtName: '青溪县人民法院',
        obligorMasked: '郑**',
        performedDay: '2026-03-18',
        issuedDay: '2026-03-18',
      });
    }
    for (const forged of [
      { number, verifyCode: 'AAAAAAAAAA' },
      { number: '青溪履证〔2026〕99999号', verifyCode },
    ]) {
      await expect(world.anybody.does('verify-certificate', forged)).rejects.toMatchObject({
        code: 'certificate-not-found',
      });
    }
  });

  test('a court with a short name of its own puts it on its certificates', async () => {
    await world.db
      .updateTable('courts')
      .set({ settings: JSON.stringify({ shortName: '浙青' }) })
      .execute();
    const parties = await supervisedCase(world, county);
    const { certificateNumber } = await payAndConfirm(parties, 5_000_000, '2026-03-18');
    expect(certificateNumber).toMatch(/^浙青履证〔2026〕\d+号$/);
  });

  test('before the case is performed there is none', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    await expect(obligor.does('get-certificate', { caseId })).rejects.toMatchObject({
      code: 'certificate-not-issued',
    });
  });
});
