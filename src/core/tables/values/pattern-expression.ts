/**
 * A pattern of the contract as ECMA-262 has it: a search, anchored only where the pattern says so with `^` and `$`.
 * Unicode mode; where that refuses it (an escape such as `\-`, legal in the 5.1 edition that ODCS names), without.
 */
export function patternExpression(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch {
    return new RegExp(source)
  }
}

/** Whether the pattern is a regular expression at all. */
export function isPattern(source: string): boolean {
  try {
    patternExpression(source)
    return true
  } catch {
    return false
  }
}
