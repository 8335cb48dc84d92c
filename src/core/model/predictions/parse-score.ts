const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i

/** The probability a cell holds, or what is wrong with it. */
export function parseScore(cell: string): number | string {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (NOT_FINITE.test(text)) return 'not finite'
  if (!DECIMAL.test(text)) return 'not a number'
  const score = Number(text)
  return score >= 0 && score <= 1 ? score : 'outside 0 to 1'
}
