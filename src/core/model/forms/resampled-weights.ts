import { studentT } from '../../stats/index.ts'
import type { Random } from '../../stats/random/random.ts'
import { shuffleFirst } from '../../stats/random/shuffle-first.ts'
import { bootstrapUnits } from '../../stats/resampling/bootstrap-units.ts'
import { jackknifeUnits } from '../../stats/resampling/jackknife-units.ts'
import { grouped } from '../../wording/grouped.ts'
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

/** More rows than this tell no more of the standard error than so many of them, drawn at random, where a form can be taken of some. */
const MOST_SAMPLED = 100_000

/** Clusters below which the bootstrap says that they are too few. */
const LEAST_UNITS = 50

/** As many groups as there are rows in each, at most 100: a jackknife of so large groups holds for medians, too (Shao & Wu 1989). */
const groupsOf = (rows: number) => Math.min(100, Math.floor(Math.sqrt(rows)))

/** A function of the rows' weights with its BCa interval; of many rows with one from the values without each of some groups of them. */
export function resampledWeights(form: WeightedForm, { design, purpose, better = 'higher' }: Drawing): Estimate {
  const { rows, of } = form
  const { level } = design
  if (of && rows > MOST_SAMPLED && !design.clusters) return ofSample(form, of, { design, purpose, better })
  const { codes, count, noun, drawn } = unitsOf(rows, design, purpose)
  const source = { strata: [count], statistic: ofCounts(form, codes, design.weights) }
  const estimate = source.statistic(new Uint32Array(count).fill(1))
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

/** The value of all rows with the standard error of some, which falls with the square root of their number. */
function ofSample(form: WeightedForm, of: (some: Uint32Array) => WeightedForm, drawing: Drawing): Estimate {
  const { design, purpose, better = 'higher' } = drawing
  const { rows } = form
  const some = someRows(rows, design.random(`${purpose} sample`))
  const own = design.weights
  const weights = own && Float64Array.from(some, row => own[row] ?? Number.NaN)
  const found = resampledWeights(of(some), {
    design: { level: design.level, random: design.random, ...(weights ? { weights } : {}) },
    purpose,
    better,
  })
  const whole = form.value(
    form.orders.map(order =>
      own ? Float64Array.from(order, row => own[row] ?? 0) : new Float64Array(order.length).fill(1),
    ),
  )
  if (Number.isNaN(whole)) return { value: null, n: rows, gap: 'it is undefined on these rows' }
  const value = better === 'higher' ? whole : 0 - whole
  if (!found.interval || found.value === null || found.standardError === undefined) return { ...found, value, n: rows }
  const scale = Math.sqrt(MOST_SAMPLED / rows)
  const [lower, upper] = found.interval
  return {
    value,
    n: rows,
    interval: [value - scale * (found.value - lower), value + scale * (upper - found.value)],
    method: `${found.method}, of ${grouped(MOST_SAMPLED)} of the rows, scaled to all`,
    standardError: scale * found.standardError,
  }
}

/** Numbers of rows drawn without replacement, ascending. */
function someRows(rows: number, random: Random): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, row) => row)
  shuffleFirst(all, random, MOST_SAMPLED)
  return all.slice(0, MOST_SAMPLED).sort()
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
  if (Number.isNaN(value)) return { value: null, n: rows, gap: 'it is undefined on these rows' }
  if (spread === 0) return { value, n: rows, gap: 'it is the same whichever rows are left out' }
  if (Number.isNaN(spread)) return { value, n: rows, gap: 'it is undefined where some rows are left out' }
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
