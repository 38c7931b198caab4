/** What stands where a figure would stand for fewer than five tips. */
export const TOO_FEW = '不足五条，不显示';

export const countWords = (count: number | null): string => (count === null ? TOO_FEW : `${count} 条`);

/** 135 → 「2 小时 15 分钟」. */
export function minuteWords(minutes: number | null): string {
  if (minutes === null) return TOO_FEW;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} 分钟` : `${hours} 小时 ${minutes % 60} 分钟`;
}

/** 2026-03 → 2026年3月. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
