/** `warn_if` and `error_if` of dbt, conditions on the number of failing rows, as numbers of rows that are tolerated. */
export function tolerance(
  warn: string | undefined,
  error: string | undefined,
): { readonly warn_above?: number; readonly fail_above?: number } | { readonly reason: string } {
  const [warns, fails] = [tolerated(warn), tolerated(error)]
  if (warns === 'unknown' || fails === 'unknown') {
    return { reason: `its ${warns === 'unknown' ? 'warn_if' : 'error_if'} is more than a number of rows` }
  }
  return {
    ...(warns === undefined ? {} : { warn_above: warns }),
    ...(fails === undefined ? {} : { fail_above: fails }),
  }
}

function tolerated(condition: string | undefined): number | undefined | 'unknown' {
  if (condition === undefined) return undefined
  const [, operator, digits] = /^\s*(>=|>|!=)\s*(\d+)\s*$/.exec(condition) ?? []
  const rows = Number(digits)
  if (operator === '>') return rows
  if (operator === '>=' && rows > 0) return rows - 1
  return operator === '!=' && rows === 0 ? 0 : 'unknown'
}
