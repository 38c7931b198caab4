import { certificateNumber } from '../../shared/cases/certificate';
import type { Day } from '../../shared/day';
import { makeVerifyCode } from '../../shared/ids';
import type { SignedIn } from './context';
import { nextPaperNumber } from './storage/numbers';

export interface Performed {
  day: Day;
  confirmedBy: 'obligee' | 'court';
}

/** Issues the numbered certificate of voluntary performance of a case; once a case, gapless a year. */
export async function issueCertificate(
  context: SignedIn,
  caseId: string,
  performed: Performed,
): Promise<string> {
  const { tx, courtId, now, today, app } = context;
  const court = await tx
    .selectFrom('courts')
    .select(['county', 'settings'])
    .where('court_id', '=', courtId)
    .executeTakeFirstOrThrow();
  const { shortName } = court.settings as { shortName?: string };
  const year = Number(today.slice(0, 4));
  const serial = await nextPaperNumber(tx, courtId, 'certificate', year);
  const number = certificateNumber(shortName ?? court.county, year, serial);
  await tx
    .insertInto('certificates')
    .values({
      court_id: courtId,
      number,
      case_id: caseId,
      verify_code: makeVerifyCode(app.random),
      performed_day: performed.day,
      confirmed_by: performed.confirmedBy,
      issued_at: now,
    })
    .execute();
  return number;
}
