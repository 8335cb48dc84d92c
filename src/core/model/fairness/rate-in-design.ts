import type { Estimate } from '../estimate.ts'
import { clusteredEstimate } from '../forms/clustered.ts'
import { type Facts, rowsOfRate } from './facts.ts'
import type { Outcomes } from './outcomes.ts'
import type { RateName } from './rates.ts'

/** A rate of a group, and how far a little more weight on each cluster, or row, would move it. */
export interface RateInDesign {
  readonly estimate: Estimate
  /** By number of the cluster, or of the row. */
  readonly influence: ReadonlyMap<number, number>
}

/** A rate of a group where rows count differently or belong together: a weighted share, around which clusters are independent. */
export function rateInDesign({ group }: Outcomes, name: RateName, facts: Facts, level: number): RateInDesign {
  const { rows, values } = rowsOfRate(facts, name, group.chosen)
  const { weights, clusters, random } = facts.design
  const own = weights && Float64Array.from(rows, row => weights[row] ?? Number.NaN)
  const units = Uint32Array.from(rows, row => clusters?.codes[row] ?? row)
  const estimate = clusteredEstimate(
    { kind: 'mean', values, bounds: [0, 1] },
    {
      level,
      random,
      ...(own ? { weights: own } : {}),
      ...(clusters ? { clusters: { codes: units, count: clusters.count } } : {}),
    },
  )
  const total = own?.reduce((sum, weight) => sum + weight, 0) ?? rows.length
  const influence = new Map<number, number>()
  for (const [i, unit] of units.entries()) {
    const moved = ((own?.[i] ?? 1) * ((values[i] ?? Number.NaN) - (estimate.value ?? Number.NaN))) / total
    influence.set(unit, (influence.get(unit) ?? 0) + moved)
  }
  return { estimate, influence }
}
