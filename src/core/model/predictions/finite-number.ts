const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i

/** The finite number a cell holds, or what is wrong with it. */
export function finiteNumber(cell: string): number | string {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (NOT_FINITE.test(text)) return 'not finite'
  if (!DECIMAL.test(text)) return 'not a number'
  const number = Number(text)
  return Number.isFinite(number) ? number : 'not finite'
}
