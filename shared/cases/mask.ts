/** How personal data is shown to those who need not see it whole. */

/** 张三丰 → 张**; 青溪县某某有限公司 → 青溪**公司. */
export function maskName(name: string): string {
  const letters = Array.from(name);
  if (letters.length > 6) return `${letters.slice(0, 2).join('')}**${letters.slice(-2).join('')}`;
  return `${letters[0] ?? ''}${'*'.repeat(Math.max(1, letters.length - 1))}`;
}

/** 13800001234 → 138****1234. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Keeps the first six and the last two at most (rules R10). */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length < 10 ? '****' : `${idNumber.slice(0, 6)}**********${idNumber.slice(-2)}`;
}

/** 青溪县虹溪镇宋家村12号 → 青溪县虹溪镇****; never more than half of it, where it is short. */
export function maskAddress(address: string): string {
  const letters = Array.from(address);
  return `${letters.slice(0, Math.min(6, Math.floor(letters.length / 2))).join('')}****`;
}
