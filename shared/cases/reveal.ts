/** Opening what is shown masked: which fields of a party, and for what, with the words that people tap. */

export const REVEAL_FIELDS = ['phone', 'address', 'id-number'] as const;
export type RevealField = (typeof REVEAL_FIELDS)[number];
export const REVEAL_FIELD_WORDS: Record<RevealField, string> = {
  phone: '电话',
  address: '地址',
  'id-number': '证件号码',
};

export const REVEAL_REASONS = ['appointment', 'check-number', 'no-other-way', 'other'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
export const REVEAL_REASON_WORDS: Record<RevealReason, string> = {
  appointment: '约见',
  'check-number': '核对号码',
  'no-other-way': '其他方式联系不上',
  other: '其他',
};
