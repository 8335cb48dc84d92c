import type { Evidence } from '../core/evidence.ts'
import { count, formatNumber } from './numbers.ts'

/** How many rows settle all undecided columns at once, where several are undecided; each of them says what it needs itself. */
export function settlingLine({ gate, result }: Evidence): string {
  if (gate !== 'drift-compare' || !result?.settling) return ''
  const { rows } = result
  const { undecided, settled, current, reference } = result.settling
  if (settled === 0) return `No number of rows settles the ${formatNumber(undecided)} undecided checks of columns.`
  const left = undecided - settled
  const which =
    left === 0 ? `all ${formatNumber(undecided)}` : `${formatNumber(settled)} of the ${formatNumber(undecided)}`
  const needed =
    reference === undefined || reference <= rows.reference
      ? `${count(current, 'current row')} (there are ${formatNumber(rows.current)})`
      : `${count(current, 'current row')} and ${formatNumber(reference)} of the reference (there are ${formatNumber(rows.current)} and ${formatNumber(rows.reference)})`
  const others = left === 0 ? '' : ` ${left === 1 ? 'One is' : `${formatNumber(left)} are`} not settled by rows.`
  return `About ${needed} would settle ${which} undecided checks of columns, if what has changed stays as it is and nothing else drifts.${others}`
}
