/**
 * Every sentence with which the system says no. Each says what to do next; none carries personal data
 * or names an internal. `{name}` is filled in by the place that refuses.
 */
export const REFUSALS = {
  'amount-unreadable': { status: 422, message: '金额看不清，请填数字，例如 5000 或 1234.50。' },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;
