/** A count for a sentence, thousands apart: `2 100`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ')
