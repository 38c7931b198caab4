import { readCertificateNumber } from '../../../shared/cases/certificate';
import { maskName } from '../../../shared/cases/mask';
import { dayAt } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { PublicHandler } from '../context';
import { courtOf } from '../court';

export const verifyCertificate: PublicHandler<'verify-certificate'> = async (input, context) => {
  const { tx, courtId } = context;
  const found = await tx
    .selectFrom('certificates')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('number', '=', readCertificateNumber(input.number))
    .where('verify_code', '=', input.verifyCode)
    .executeTakeFirst();
  if (!found) throw new Refusal('certificate-not-found');
  const obligors = await tx
    .selectFrom('parties')
    .select('name')
    .where('court_id', '=', courtId)
    .where('case_id', '=', found.case_id)
    .where('side', '=', 'obligor')
    .orderBy('sort')
    .execute();
  return {
    courtName: (await courtOf(context)).name,
    obligorMasked: obligors.map((obligor) => maskName(obligor.name)).join('、'),
    performedDay: found.performed_day,
    issuedDay: dayAt(found.issued_at),
  };
};
