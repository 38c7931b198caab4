import { BOUNTY_PAYERS, BOUNTY_WAYS, SOUGHT } from '../cases/bounty-notice';
import { z } from '../zod';
import { promise } from './bounty-fields';
import { contract } from './contract';
import { amount, id, note } from './fields';

export const applyForBounty = contract({
  summary:
    'The judgment creditor applies in writing for a bounty notice; the clerk may register an application on paper. Only after enforcement was filed.',
  effect: 'write',
  input: z
    .object({
      caseId: id,
      promise,
      /** The promise to pay, without which there is no notice. */
      promisesToPay: z.literal(true, { error: '请先承诺：线索使债权实现的，按申请支付奖励。' }),
      payer: z._default(z.enum(BOUNTY_PAYERS), 'creditor'),
      policyNumber: z.optional(
        z.string().check(z.trim(), z.minLength(2, '请填写保单号。'), z.maxLength(60, '保单号太长了。')),
      ),
      cover: z.optional(amount),
      sought: z._default(z.enum(SOUGHT), 'property'),
      ways: z
        .array(z.enum(BOUNTY_WAYS), { error: '请选择怎样发布。' })
        .check(z.minLength(1, '请至少选择一种发布方式。'), z.maxLength(4)),
      note: z._default(note, ''),
    })
    .check(
      z.refine(({ payer, policyNumber }) => payer !== 'insurer' || policyNumber !== undefined, {
        error: '由保险支付的，请填写保单号。',
        path: ['policyNumber'],
      }),
      z.refine(({ payer, cover }) => payer !== 'insurer' || cover !== undefined, {
        error: '由保险支付的，请填写保险金额。',
        path: ['cover'],
      }),
    ),
  output: z.object({ bountyId: id }),
});
