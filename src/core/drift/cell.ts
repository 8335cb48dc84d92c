/** The finite number a cell holds: decimal, an exponent allowed; undefined for anything else, blank cells included. */
export function finiteNumber(cell: string): number | undefined {
  const value = Number(cell)
  if (!Number.isFinite(value)) return undefined
  if (value === 0 && isBlank(cell)) return undefined
  return NOT_DECIMAL.test(cell) ? undefined : value
}

/** A missing value: a cell without a visible character. */
export const isBlank = (cell: string): boolean => cell.length === 0 || cell.trim() === ''

/** NaN, ±Inf, or a number too large for a double: a number that no arithmetic survives. */
export function isNonFinite(cell: string): boolean {
  const text = cell.trim()
  return NON_FINITE.test(text) || Math.abs(Number(text)) === Number.POSITIVE_INFINITY
}

/** What `Number` reads besides decimals. */
const NOT_DECIMAL = /^\s*0[xob]/i
const NON_FINITE = /^[+-]?(nan(\(\w*\))?|inf(inity)?)$/i
