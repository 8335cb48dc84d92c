import { bootstrapCells } from '../../stats/resampling/bootstrap-cells.ts'
import { jackknifeCells } from '../../stats/resampling/jackknife-cells.ts'
import { totalsOf } from '../../stats/resampling/totals.ts'
import { differences } from '../differences.ts'
import type { Estimate } from '../estimate.ts'
import { type JointCells, jointCells, marginal } from './cell-counts.ts'
import { clusteredEstimate, influenceEstimate } from './clustered.ts'
import { type Design, isPlain } from './design.ts'
import { ENOUGH_DIFFER, reachOfFew } from './few-differ.ts'
import type { CellForm, Form, MeanForm, SumForm, WeightedForm } from './form.ts'
import { gainOfForecasts, influenceOfMean } from './gain-of-forecasts.ts'
import { resampled, resampledUnits } from './resampled.ts'
import { resampledWeights } from './resampled-weights.ts'
import { unitSums } from './unit-sums.ts'

interface Comparison {
  readonly design: Design
  /** Names the random numbers: the metric's id. */
  readonly purpose: string
  readonly better: 'higher' | 'lower'
}

/** The gain of a challenger over a champion on the same rows, from the metric's form alone. */
export function compareByForm(challenger: Form, champion: Form, comparison: Comparison): Estimate {
  const { design, purpose, better } = comparison
  const sign = better === 'higher' ? 1 : -1
  if (challenger.kind === 'mean' && champion.kind === 'mean') {
    const gains = gainsOf(challenger, champion, sign)
    return gainOfForecasts(clusteredEstimate(gains, design), influenceOfMean(gains, design), design)
  }
  if (challenger.kind === 'influence' && champion.kind === 'influence') {
    const influence = differences(challenger.influence, champion.influence).map(moved => sign * moved)
    const value = sign * (challenger.value - champion.value)
    const standing = differences(challenger.standing, champion.standing)
    const gain = influenceEstimate({ kind: 'influence', value, influence, standing }, design, moved => moved === 0)
    return gainOfForecasts(gain, influence, design)
  }
  if (challenger.kind === 'cells' && champion.kind === 'cells' && isPlain(design))
    return ofJointCells(challenger, champion, comparison)
  if (challenger.kind === 'weighted' && champion.kind === 'weighted')
    return resampledWeights(differenceOf(challenger, champion), { design, purpose: `${purpose} gain`, better })
  if (isSummed(challenger) && isSummed(champion)) return ofUnits(challenger, champion, comparison)
  throw new Error('Two models on one metric have the same form')
}

function differenceOf(challenger: WeightedForm, champion: WeightedForm): WeightedForm {
  const own = challenger.orders.length
  const [ofChallenger, ofChampion] = [challenger.of, champion.of]
  return {
    kind: 'weighted',
    rows: challenger.rows,
    ...(ofChallenger && ofChampion
      ? { of: (some: Uint32Array) => differenceOf(ofChallenger(some), ofChampion(some)) }
      : {}),
    orders: [...challenger.orders, ...champion.orders],
    value: weights => challenger.value(weights.slice(0, own)) - champion.value(weights.slice(own)),
  }
}

const isSummed = (form: Form): form is CellForm | SumForm => form.kind === 'cells' || form.kind === 'sums'

function gainsOf(challenger: MeanForm, champion: MeanForm, sign: number): MeanForm {
  const { start = 0, bounds } = challenger
  const values = differences(challenger.values, champion.values).map(value => sign * value)
  const reach = bounds ? bounds[1] - bounds[0] : 0
  return { kind: 'mean', values, start, ...(bounds ? { bounds: [-reach, reach] } : {}) }
}

function ofUnits(challenger: CellForm | SumForm, champion: CellForm | SumForm, comparison: Comparison): Estimate {
  const { design, purpose, better } = comparison
  const none = new Float64Array()
  const units = unitSums([challenger, champion], design, `${purpose} gain`, ([own = none, its = none]) => {
    return challenger.value(own) - champion.value(its)
  })
  const estimate = units.statistic(totalsOf(units))
  const n = challenger.kind === 'cells' ? challenger.codes.length : (challenger.columns[0]?.length ?? 0)
  return resampledUnits(units, estimate, { design, purpose: `${purpose} gain`, n, better })
}

function ofJointCells(challenger: CellForm, champion: CellForm, comparison: Comparison): Estimate {
  const { design, purpose, better } = comparison
  const joint = jointCells(challenger, champion)
  const own = new Float64Array(challenger.truths * challenger.outcomes)
  const its = new Float64Array(champion.truths * champion.outcomes)
  const statistic = (counts: ArrayLike<number>) =>
    challenger.value(marginal(counts, joint.first, own)) - champion.value(marginal(counts, joint.second, its))
  const estimate = statistic(joint.counts)
  const n = challenger.codes.length
  if (moves(joint).reduce((sum, { rows }) => sum + rows, 0) < ENOUGH_DIFFER)
    return ofFewMoves(champion, joint, estimate, comparison)
  const source = { cells: joint.counts, statistic }
  return resampled(
    {
      estimate,
      units: n,
      replicates: () => bootstrapCells(source, design.random(`${purpose} gain`)),
      jackknife: () => jackknifeCells(source),
    },
    { level: design.level, n, drawn: 'the rows', better },
  )
}

/** Rows to which the models give different outcomes, from the champion's cell to the challenger's. */
function moves({ counts, first, second }: JointCells) {
  return Array.from(counts, (rows, pair) => ({ from: second[pair] ?? 0, to: first[pair] ?? 0, rows })).filter(
    ({ from, to }) => from !== to,
  )
}

/** Rows so few that differ are bounded like a proportion, and taken for those that matter most. */
function ofFewMoves(champion: CellForm, joint: JointCells, difference: number, comparison: Comparison): Estimate {
  const { design, better } = comparison
  const table = marginal(joint.counts, joint.second, new Float64Array(champion.truths * champion.outcomes))
  const estimate = {
    value: Number.isNaN(difference) ? null : (better === 'higher' ? 1 : -1) * difference,
    n: joint.counts.reduce((sum, rows) => sum + rows, 0),
  }
  const reach = reachOfFew(champion, table, moves(joint), design.level)
  if (!reach || estimate.value === null)
    return {
      ...estimate,
      gap: Number.isNaN(difference) ? 'it is undefined on these rows' : 'fewer than 20 rows differ',
    }
  const [fall, rise] = better === 'higher' ? reach : [0 - reach[1], 0 - reach[0]]
  return {
    ...estimate,
    interval: [Math.min(fall, estimate.value), Math.max(rise, estimate.value)],
    method: 'clopper-pearson on the rows that differ, taken for those that matter most (fewer than 20)',
  }
}
