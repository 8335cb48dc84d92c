import { seeded } from '../../stats/random/seeded.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'
import type { Design } from './design.ts'

/** How the rows came about, by the columns that were read; in the order of the evaluation. */
export function designOf(
  rows: Rows,
  order: () => Uint32Array | undefined,
  { level, seed }: { readonly level: number; readonly seed: string },
): Design {
  return {
    level,
    random: purpose => seeded(seed, purpose),
    ...(rows.columns.has('weight') ? { weights: inOrder(numbersOf(rows, 'weight').slice(), order()) } : {}),
    ...(rows.columns.has('cluster')
      ? { clusters: withoutGaps(inOrder(namesOf(rows, 'cluster').codes.slice(), order())) }
      : {}),
  }
}

/** The values in another order, written over the copy given. */
function inOrder<Values extends Float64Array | Uint32Array>(copy: Values, order: Uint32Array | undefined): Values {
  const own = order && copy.slice()
  order?.forEach((row, i) => {
    copy[i] = own?.[row] ?? 0
  })
  return copy
}

/** Codes from 0 without gaps, which some of the rows of a file may have. */
function withoutGaps(codes: Uint32Array) {
  const numbers = new Map<number, number>()
  for (const [row, code] of codes.entries()) {
    const number = numbers.get(code) ?? numbers.size
    numbers.set(code, number)
    codes[row] = number
  }
  return { codes, count: numbers.size }
}
