import { FAMILIES } from './families.ts'

/** Sizes of the current table where columns are moved. */
const DRIFT_SIZES = [100, 200, 500, 1000]

/** Some runs of one size, and what their answer is kept under. */
export interface Simulation {
  readonly key: string
  readonly rows: number
  readonly moved: boolean
  readonly from: number
  readonly runs: number
}

/** All runs in chunks: the first chunk of every size, then the second of every size, … */
export function simulations(
  code: string,
  who: string,
  chunk: number,
  sizes: readonly number[],
  stillRuns: number,
  movedRuns: number,
): Simulation[] {
  const of = (moved: boolean, rows: number, all: number) =>
    Array.from({ length: Math.ceil(all / chunk) }, (_, i): Simulation => {
      const [from, runs] = [i * chunk, Math.min(chunk, all - i * chunk)]
      return { key: [code, who, moved ? 'moved' : 'still', rows, from, runs].join(' '), rows, moved, from, runs }
    })
  return [
    ...sizes.flatMap(rows => of(false, rows, stillRuns)),
    ...DRIFT_SIZES.flatMap(rows => of(true, rows, movedRuns)),
  ].toSorted((a, b) => a.from - b.from)
}

/** Each family's columns with no effect, with one of the limit, and of twice the limit; no runs are none. */
export function coverings(code: string, sizes: readonly number[], runs: number) {
  if (runs === 0) return []
  return FAMILIES.flatMap((_, family) =>
    [0, 1, 2].flatMap(times =>
      sizes.map(current => ({
        key: [code, 'cover', family, times, current, runs].join(' '),
        family,
        times,
        current,
        runs,
      })),
    ),
  )
}
