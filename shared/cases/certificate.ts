import { type Fen, showYuan } from '../money';
import { PAYMENT_METHOD_WORDS, type PaymentMethod } from './stages';

/** 青溪县, 2026, 7 → 青溪履证〔2026〕7号. `place` is the court's short name, or its county. */
export function certificateNumber(place: string, year: number, serial: number): string {
  return `${place.replace(/(?<=..)[县市区旗]$/, '')}履证〔${year}〕${serial}号`;
}

/** As people type it from paper: any bracket, full-width digits, stray blanks. */
export function readCertificateNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(【「{]/g, '〔')
    .replace(/[\])】」}]/g, '〕');
}

export const CONFIRMED_BY_WORDS: Record<string, string> = {
  obligee: '权利人确认收到',
  court: '法院核实确认',
};

/** What the instrument obliged him to. */
export function obligationWords(instrumentType: string, principal: Fen, costs: Fen): string {
  const withCosts = costs > 0 ? `，并负担诉讼费用${showYuan(costs)}元` : '';
  return `按${instrumentType}给付${showYuan(principal)}元${withCosts}`;
}

/** How it was performed, each way once. */
export const methodWords = (methods: readonly PaymentMethod[]): string =>
  [...new Set(methods)].map((method) => PAYMENT_METHOD_WORDS[method]).join('、');
