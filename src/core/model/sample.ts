import { namesOf, numbersOf, type Rows } from './predictions/rows.ts'

/** Rows as what was drawn from a population; of a task that judges queries or items, those. */
export interface Sample {
  readonly n: number
  /** How much each counts; all the same unless given. */
  readonly weights?: Float64Array
  /** Which of them belong together, coded from 0; each apart unless given. */
  readonly clusters?: { readonly codes: Uint32Array; readonly count: number }
}

/** The rows with the weights and clusters that the settings name. */
export const sampleOf = (rows: Rows): Sample => ({
  n: rows.n,
  ...(rows.columns.has('weight') ? { weights: numbersOf(rows, 'weight') } : {}),
  ...(rows.columns.has('cluster') ? { clusters: dense(namesOf(rows, 'cluster').codes) } : {}),
})

/** The weights, ones where there are none. */
export const weightsOf = ({ n, weights }: Sample): Float64Array => weights ?? new Float64Array(n).fill(1)

/** Codes without gaps, as they first occur: some of the rows need not have every cluster. */
export function dense(codes: Uint32Array): { codes: Uint32Array; count: number } {
  const found = new Map<number, number>()
  const own = codes.map(code => {
    const known = found.get(code) ?? found.size
    if (known === found.size) found.set(code, known)
    return known
  })
  return { codes: own, count: found.size }
}
