import { addDays, type Day } from '../day';
import { type Citation, cite } from './citation';
import { CIVIL_PROCEDURE, ONLINE_LITIGATION, PROCEDURE_INTERPRETATION } from './sources';

export const ELECTRONIC: Citation = cite(CIVIL_PROCEDURE, '第九十条', 'read');
export const ARRIVAL_OR_ANSWER: Citation = cite(ONLINE_LITIGATION, '第三十一条', 'read');
export const LEFT_AT_HOME: Citation = cite(CIVIL_PROCEDURE, '第八十九条', 'read');
export const VILLAGE_WITNESS: Citation = cite(PROCEDURE_INTERPRETATION, '第一百三十条', 'read');
export const NOT_FOR_MEDIATION: Citation = cite(PROCEDURE_INTERPRETATION, '第一百三十三条', 'read');
export const BY_POST: Citation = cite(CIVIL_PROCEDURE, '第九十一条', 'read');
export const BY_NOTICE: Citation = cite(CIVIL_PROCEDURE, '第九十五条', 'read');
export const NO_NOTICE_IN_SIMPLE_CASES: Citation = cite(PROCEDURE_INTERPRETATION, '第一百四十条', 'read');

/** What was done with a court document; a message without one is a reminder, whatever it says. */
export type Attempt =
  | {
      channel: 'electronic';
      consent?: boolean;
      /** He said that he does not accept electronic service. */
      objected?: boolean;
      confirmedAddress?: boolean;
      arrived?: Day;
      replied?: Day;
      read?: Day;
    }
  | { channel: 'leave'; refused?: boolean; villageWitness?: boolean; recorded?: boolean; mediation?: boolean }
  /** `signed: null` where the receipt carries no day. */
  | { channel: 'in-person' | 'post'; signed?: Day | null }
  | { channel: 'public-notice'; published?: Day; simplifiedProcedure?: boolean };

export type ServiceAnswer =
  | { served: 'yes' | 'presumed'; on: Day | null }
  | { served: 'no'; because?: 'only-a-reminder' | 'mediation-cannot-be-left' | 'no-notice-in-simple-cases' };

const NO: ServiceAnswer = { served: 'no' };
const yes = (on: Day | null | undefined): ServiceAnswer => (on === undefined ? NO : { served: 'yes', on });
const NOTICE_DAYS = 30;

/**
 * Whether a document was served (送达), and when. Of several acts the first that counts decides; a reading
 * that the system reports is only a presumption, and gives way to an arrival or an answer.
 *
 * To an address that was confirmed, with consent, arrived on 2026-03-02: served on that day.
 */
export function serviceOf(documentSent: boolean, attempt: Attempt): ServiceAnswer {
  if (!documentSent) return { served: 'no', because: 'only-a-reminder' };
  switch (attempt.channel) {
    case 'electronic':
      return electronic(attempt);
    case 'leave':
      return left(attempt);
    case 'public-notice':
      return publicNotice(attempt);
    default:
      return yes(attempt.signed);
  }
}

type By<C extends Attempt['channel']> = Extract<Attempt, { channel: C }>;

function electronic(attempt: By<'electronic'>): ServiceAnswer {
  const { consent, objected, confirmedAddress, arrived, replied, read } = attempt;
  if (objected) return NO;
  const arrival = consent && confirmedAddress ? arrived : undefined;
  const certain = [arrival, replied].filter((d) => d !== undefined).sort()[0];
  if (certain === undefined && read !== undefined) return { served: 'presumed', on: read };
  return yes(certain);
}

function left({ refused, villageWitness, recorded, mediation }: By<'leave'>): ServiceAnswer {
  if (mediation) return { served: 'no', because: 'mediation-cannot-be-left' };
  return refused && (villageWitness || recorded) ? yes(null) : NO;
}

function publicNotice({ published, simplifiedProcedure }: By<'public-notice'>): ServiceAnswer {
  if (simplifiedProcedure) return { served: 'no', because: 'no-notice-in-simple-cases' };
  return published === undefined ? NO : yes(addDays(published, NOTICE_DAYS));
}
