import type { FindingCode } from './wording';

/** What a rule has to say of a cell; the sentence stands in wording.ts. */
export interface Finding {
  code: FindingCode;
  details?: Record<string, string | number>;
}

/** What a rule made of a cell: a value, or nothing, and what it found on the way. */
export interface Reading<T> {
  value: T | null;
  findings: Finding[];
}

export function finding(code: FindingCode, details?: Finding['details']): Finding {
  return details ? { code, details } : { code };
}

export function reads<T>(value: T | null, ...findings: Finding[]): Reading<T> {
  return { value, findings };
}

export function nothing(...findings: Finding[]): Reading<never> {
  return { value: null, findings };
}

export function fails(code: FindingCode, details?: Finding['details']): Reading<never> {
  return nothing(finding(code, details));
}

/** The same sentence is said of a cell once. */
export function once(findings: Finding[]): Finding[] {
  return findings.filter((one, at) => findings.findIndex(({ code }) => code === one.code) === at);
}

/** Fills the sentence of a finding. */
export function say(template: string, details: Finding['details'] = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
