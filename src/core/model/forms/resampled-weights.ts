import { studentT } from '../../stats/index.ts'
import { bootstrapUnits } from '../../stats/resampling/bootstrap-units.ts'
import { jackknifeUnits } from '../../stats/resampling/jackknife-units.ts'
import type { Estimate } from '../estimate.ts'
import { variance } from '../moments.ts'
import type { Design } from './design.ts'
import type { WeightedForm } from './form.ts'
import { resampled } from './resampled.ts'
import { unitsOf } from './units-of.ts'

interface Drawing {
  readonly design: Design
  readonly purpose: string
  readonly better?: 'higher' | 'lower'
}

/** Of more rows than this, groups leave in turn: to draw so many rows again 2 000 times would only take longer. */
const MANY = 1000

/** Clusters below which the bootstrap says that they are too few. */
const LEAST_UNITS = 50

/** As many groups as there are rows in each, at most 100: a jackknife of so large groups holds for medians, too (Shao & Wu 1989). */
const groupsOf = (rows: number) => Math.min(100, Math.floor(Math.sqrt(rows)))

/** A function of the rows' weights with its BCa interval; of many rows with one from the values without each of some groups of them. */
export function resampledWeights(form: WeightedForm, { design, purpose, better = 'higher' }: Drawing): Estimate {
  const { rows } = form
  const { codes, count, noun, drawn } = unitsOf(rows, design, purpose)
  const source = { strata: [count], statistic: ofCounts(form, codes, design.weights) }
  const estimate = source.statistic(new Uint32Array(count).fill(1))
  const { level } = design
  if (rows > MANY && count >= LEAST_UNITS)
    return withoutGroups(estimate, jackknifeUnits(source, groupsOf(rows))[0]?.values, { level, rows, better })
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

/** The value from how often each unit is drawn. Weights are laid out as the form reads them, so that memory is read in order. */
function ofCounts({ orders, value }: WeightedForm, codes: ArrayLike<number>, own: Float64Array | undefined) {
  const laidOut = orders.map(order => ({
    codes: order.map(row => codes[row] ?? 0),
    own: own && Float64Array.from(order, row => own[row] ?? Number.NaN),
    weights: new Float64Array(order.length),
  }))
  const all = laidOut.map(({ weights }) => weights)
  return (counts: Uint32Array) => {
    for (const { codes, own, weights } of laidOut)
      for (let place = 0; place < codes.length; place++)
        weights[place] = (counts[codes[place] ?? 0] ?? 0) * (own ? (own[place] ?? Number.NaN) : 1)
    return value(all)
  }
}

/** Student's interval from the grouped jackknife. */
function withoutGroups(
  estimate: number,
  left: ArrayLike<number> | undefined,
  { level, rows, better }: { level: number; rows: number; better: 'higher' | 'lower' },
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
    method: `student-t of the jackknife (${groups} groups of rows)`,
    standardError,
  }
}
