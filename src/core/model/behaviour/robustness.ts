import type { Check } from '../../evidence.ts'
import { clopperPearson } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { defineBehaviour, type Observed } from '../behaviour.ts'
import { judge } from '../claims/judge.ts'
import { rowsNeeded } from '../claims/rows-needed.ts'
import { formatNumber } from '../format.ts'
import type { Predictions } from '../predictions/predictions.ts'
import { sameRows } from '../predictions/same-rows.ts'

/** The share of decisions that a disturbance may flip. */
const MOST_FLIPPED = 0.05

/**
 * Whether decisions stay when the inputs are disturbed a little: the user scores the disturbed rows, and here is counted what flips. Every
 * disturbance must hold; what fails is adjusted for their number.
 */
export const robustness = defineBehaviour({
  id: 'robustness',
  title: 'Decisions that stay when inputs are disturbed',
  check: observed => observed.perturbed.map(other => flipCheck(observed, other)),
})

function flipCheck({ trial: { task, settings, rows }, own, perturbed }: Observed, other: Predictions): Check {
  const { file } = other.source
  const check = { id: `robustness.${file}`, title: `Decisions that stay in ${file}` }
  if (!task.decisions)
    return {
      ...check,
      status: 'inconclusive',
      reason: `Predictions of the task ${task.id} are no decisions that could flip`,
      hint: 'Give disturbed predictions of a task that decides, such as binary',
    }
  const same = sameRows(own, other, check)
  if ('status' in same) return same
  const [before, after] = [task.decisions(rows, settings), task.decisions(same, settings)]
  let flipped = 0
  for (let row = 0; row < rows.n; row++) if (before[row] !== after[row]) flipped++
  const bounds = (level: number) => {
    const { lower, upper } = clopperPearson(flipped, rows.n, level)
    return [lower, upper] as const
  }
  const interval = bounds(settings.level)
  const strict = judge(bounds(1 - (1 - settings.level) / perturbed.length), '<=', MOST_FLIPPED)
  const plain = judge(interval, '<=', MOST_FLIPPED)
  const status = plain === 'fail' ? (strict === 'fail' ? 'fail' : 'inconclusive') : plain
  const value = flipped / rows.n
  return {
    ...check,
    status,
    measured: { value, interval: [...interval], level: settings.level, method: 'clopper-pearson', n: rows.n },
    required: { comparator: '<=', value: MOST_FLIPPED },
    reason: `${grouped(flipped)} of ${grouped(rows.n)} decisions flip; the interval [${interval.map(end => formatNumber(end, MOST_FLIPPED)).join(', ')}] ${{ pass: 'lies at or below', fail: 'lies above', inconclusive: 'does not clear', warn: 'does not clear' }[status]} ${MOST_FLIPPED}`,
    ...(status === 'fail' ? { hint: 'Train on disturbed rows too, or bin what is measured so finely' } : {}),
    ...(status === 'inconclusive' ? { hint: rowsNeeded(value, interval, MOST_FLIPPED, rows.n) } : {}),
  }
}
