import { CONFIRMED_BY_WORDS, methodWords, obligationWords } from '../../../shared/cases/certificate';
import { maskIdNumber } from '../../../shared/cases/mask';
import { dayAt } from '../../../shared/day';
import { sumFen } from '../../../shared/money';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { courtOf } from '../court';
import { idNumberOf } from '../party-details';

export const getCertificate: Handler<'get-certificate'> = async (input, context) => {
  const { row } = await openCase(context, input.caseId);
  const certificate = await certificateOf(context, row.case_id);
  const parties = await partiesOf(context, row.case_id);
  const payments = await confirmedBy(context, row.case_id, certificate.issued_at);
  const nameOf = (side: string) =>
    parties
      .filter((party) => party.side === side)
      .map((party) => party.name)
      .join('、');
  const obligor = parties.find((party) => party.side === 'obligor');
  const idNumber = obligor && idNumberOf(context, obligor);
  await context.audit(row.case_id, 'get-certificate');
  return {
    number: certificate.number,
    verifyCode: certificate.verify_code,
    courtName: (await courtOf(context)).name,
    caseNumber: row.case_number,
    instrumentType: row.instrument_type,
    obligor: nameOf('obligor'),
    obligorIdMasked: idNumber ? maskIdNumber(idNumber) : null,
    obligee: nameOf('obligee'),
    obligation: obligationWords(row.instrument_type, row.principal_fen, row.costs_fen),
    amount: sumFen(payments.map((payment) => payment.amount_fen)),
    method: methodWords(payments.map((payment) => payment.method)),
    performedDay: certificate.performed_day,
    issuedDay: dayAt(certificate.issued_at),
    confirmedBy: CONFIRMED_BY_WORDS[certificate.confirmed_by] ?? CONFIRMED_BY_WORDS.obligee!,
  };
};

async function certificateOf({ tx, courtId }: SignedIn, caseId: string) {
  const found = await tx
    .selectFrom('certificates')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!found) throw new Refusal('certificate-not-issued');
  return found;
}

function partiesOf({ tx, courtId }: SignedIn, caseId: string) {
  return tx
    .selectFrom('parties')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .orderBy('sort')
    .execute();
}

/** What was confirmed when it was issued; the certificate does not change afterwards. */
function confirmedBy({ tx, courtId }: SignedIn, caseId: string, issuedAt: Date) {
  return tx
    .selectFrom('payments')
    .select(['amount_fen', 'method'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'confirmed')
    .where('decided_at', '<=', issuedAt)
    .orderBy('paid_day')
    .execute();
}
