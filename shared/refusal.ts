import { REFUSALS, type RefusalCode } from './refusals';

/**
 * An expected "no" (不予办理): a stable code for machines and one plain sentence for people that says
 * what to do next. Anything else that is thrown is a fault, and citizens never read its text.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** HTTP status for doors that speak HTTP. */
  readonly status: number;
  /** What was written before the refusal stays written (a counted attempt, say). */
  keepsFacts = false;
  /** Whole seconds after which the same may be tried again. */
  retryAfter?: number;
  /** A task whose solution opens the door (shared/work.ts). */
  work?: string;

  constructor(code: RefusalCode, details: Record<string, string | number> = {}) {
    const { status, message } = REFUSALS[code];
    super(message.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '')));
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
  }

  after(seconds: number): this {
    this.retryAfter = seconds;
    return this;
  }

  asking(work: string): this {
    this.work = work;
    return this;
  }

  keepingFacts(): this {
    this.keepsFacts = true;
    return this;
  }
}
