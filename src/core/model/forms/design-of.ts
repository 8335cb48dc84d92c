import { seeded } from '../../stats/random/seeded.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'
import type { Design } from './design.ts'

/** How the rows came about, by the columns that were read; in the order of the evaluation. */
export function designOf(
  rows: Rows,
  order: () => Uint32Array | undefined,
  { level, seed }: { readonly level: number; readonly seed: string },
): Design {
  const plain = { level, random: (purpose: string) => seeded(seed, purpose) }
  const [isWeighted, isClustered] = [rows.columns.has('weight'), rows.columns.has('cluster')]
  if (!isWeighted && !isClustered) return plain
  const own = order()
  const inOrder = { length: own?.length ?? rows.n }
  const rowOf = (i: number) => own?.[i] ?? i
  return {
    ...plain,
    ...(isWeighted ? { weights: weightsOf(rows, inOrder, rowOf) } : {}),
    ...(isClustered ? { clusters: clustersOf(rows, inOrder, rowOf) } : {}),
  }
}

function weightsOf(rows: Rows, inOrder: { length: number }, rowOf: (i: number) => number): Float64Array {
  const weights = numbersOf(rows, 'weight')
  return Float64Array.from(inOrder, (_, i) => weights[rowOf(i)] ?? Number.NaN)
}

function clustersOf(rows: Rows, inOrder: { length: number }, rowOf: (i: number) => number) {
  const { codes } = namesOf(rows, 'cluster')
  return withoutGaps(Uint32Array.from(inOrder, (_, i) => codes[rowOf(i)] ?? 0))
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
