import { studentT } from '../../stats/index.ts'
import { bootstrapUnits } from '../../stats/resampling/bootstrap-units.ts'
import { jackknifeUnits } from '../../stats/resampling/jackknife-units.ts'
import type { Estimate } from '../estimate.ts'
import { variance } from '../moments.ts'
import type { Design } from './design.ts'
import { resampled } from './resampled.ts'
import { MOST, unitsOf } from './units-of.ts'

interface Drawing {
  readonly design: Design
  readonly purpose: string
  readonly better?: 'higher' | 'lower'
}

/** Groups of rows that leave in turn, of a sample so large that drawing it again 2 000 times would only take longer. */
const GROUPS = 200

/** A function of the rows' weights with its BCa interval; of very many rows with one from the values without each of 200 groups of them. */
export function resampledWeights(
  rows: number,
  value: (weights: Float64Array) => number,
  { design, purpose, better = 'higher' }: Drawing,
): Estimate {
  const { codes, count, noun, drawn } = unitsOf(rows, design, purpose)
  const own = design.weights
  const weights = new Float64Array(rows)
  const statistic = (counts: Uint32Array) => {
    for (let row = 0; row < rows; row++) weights[row] = (counts[codes[row] ?? 0] ?? 0) * (own?.[row] ?? 1)
    return value(weights)
  }
  const estimate = statistic(new Uint32Array(count).fill(1))
  const source = { strata: [count], statistic }
  const { level } = design
  if (rows > MOST)
    return withoutGroups(estimate, jackknifeUnits(source, GROUPS)[0]?.values, { level, rows, better, drawn })
  return resampled(
    {
      estimate,
      units: count,
      noun,
      replicates: () => bootstrapUnits(source, design.random(purpose)),
      jackknife: () => jackknifeUnits(source),
    },
    { level, n: rows, drawn, better },
  )
}

/** Student's interval from the grouped jackknife (Shao & Wu 1989): groups of so many rows leave that it holds for medians, too. */
function withoutGroups(
  estimate: number,
  left: ArrayLike<number> | undefined,
  { level, rows, better, drawn }: { level: number; rows: number; better: 'higher' | 'lower'; drawn: string },
): Estimate {
  const value = better === 'higher' ? estimate : 0 - estimate
  const values = Float64Array.from(left ?? [])
  const spread = variance(values)
  if (Number.isNaN(value) || !(spread > 0))
    return { value: Number.isNaN(value) ? null : value, n: rows, gap: 'too few rows decide it' }
  const groups = values.length
  const standardError = Math.sqrt(spread / groups) * (groups - 1)
  const reach = studentT(groups - 1).isf((1 - level) / 2) * standardError
  return {
    value,
    n: rows,
    interval: [value - reach, value + reach],
    method: `student-t of the jackknife (${groups} groups of ${drawn})`,
    standardError,
  }
}
