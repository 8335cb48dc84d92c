import { seeded } from '../../stats/random/seeded.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'
import type { Design } from './design.ts'

/** How the rows came about, by the columns that were read; in the order of the evaluation, asked for where it matters. */
export function designOf(
  rows: Rows,
  order: () => Uint32Array | undefined,
  { level, seed }: { readonly level: number; readonly seed: string },
): Design {
  const weighted = rows.columns.has('weight')
  const clustered = rows.columns.has('cluster')
  const chosen = weighted || clustered ? order() : undefined
  return {
    level,
    random: purpose => seeded(seed, purpose),
    ...(weighted ? { weights: weightsOf(rows, chosen) } : {}),
    ...(clustered ? { clusters: clustersOf(rows, chosen) } : {}),
  }
}

function weightsOf(rows: Rows, order: Uint32Array | undefined): Float64Array {
  const weights = numbersOf(rows, 'weight')
  const inOrder = { length: order?.length ?? rows.n }
  return Float64Array.from(inOrder, (_, i) => weights[order?.[i] ?? i] ?? Number.NaN)
}

function clustersOf(rows: Rows, order: Uint32Array | undefined) {
  const { codes } = namesOf(rows, 'cluster')
  const inOrder = { length: order?.length ?? rows.n }
  return withoutGaps(Uint32Array.from(inOrder, (_, i) => codes[order?.[i] ?? i] ?? 0))
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
