import { leCam, percentileShift } from '../../src/core/drift/methods/index.ts'
import { seeded } from '../../src/core/stats/random/seeded.ts'
import { drawColumn, tilted } from './draw-column.ts'
import { FAMILIES, type Family } from './families.ts'
import { REFERENCE } from './simulate.ts'

export interface CoverTask {
  readonly family: number
  readonly current: number
  /** The true effect, as a multiple of the limit. */
  readonly times: number
  readonly runs: number
  readonly seed: string
}

/** How often the true effect lies above the upper and below the lower bound, each at 95 % confidence. */
export function cover({ family: index, current, times, runs, seed }: CoverTask): { above: number; below: number } {
  const family = FAMILIES[index]
  if (!family) throw new RangeError('Expected a family')
  const method = 'categories' in family ? leCam : percentileShift
  const effect = times * method.harmless
  const size = effect === 0 ? 0 : solve(amount => trueEffect(family, amount) - effect)
  const from = seeded(seed)
  let [above, below] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const column = drawColumn('c', family, { reference: REFERENCE, current }, from, { shift: size, tilt: size })
    const [lower, upper] = method.measure(column, 0.05)?.inference?.interval ?? [Number.NaN, Number.NaN]
    if (effect > upper) above++
    if (effect < lower) below++
  }
  return { above: above / runs, below: below / runs }
}

/** What the method would measure of endless rows. */
function trueEffect(family: Family, amount: number): number {
  if ('categories' in family) {
    const [p, q] = [tilted(family.categories, 0), tilted(family.categories, amount)]
    return Math.sqrt(p.reduce((sum, share, i) => sum + (share - (q[i] ?? 0)) ** 2 / (share + (q[i] ?? 0)), 0) / 2)
  }
  const steps = 20_000
  let area = 0
  for (let i = 0; i < steps; i++) {
    const place = (i + 0.5) / steps
    area += Math.abs(place - family.cdf(family.quantile(place) - amount)) / steps
  }
  return area * Math.sqrt(12)
}

/** Where an increasing function of an amount above 0 is zero. */
function solve(at: (amount: number) => number): number {
  let [low, high] = [0, 1]
  while (at(high) < 0) high *= 2
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (at(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
