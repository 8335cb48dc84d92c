import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import type { Status } from '../verdict.ts'
import { consequence, weightOf } from './consequence.ts'
import { percent } from './figure.ts'

interface Found {
  readonly column: string
  /** The worst of what was found of it. */
  readonly finding: Status
}

/**
 * Whether the columns that count by their weights have drifted together: the share of all weight that failing columns hold. Columns
 * that are undecided may have drifted or not, so the share has a least and a largest value. Undefined where no column has a weight.
 */
export function driftedWeight(columns: readonly Found[], settings: Settings['drift']): Check | undefined {
  const weighted = columns.flatMap(one => {
    const weight = weightOf(one.column, settings)
    return weight === undefined ? [] : [{ ...one, weight }]
  })
  if (weighted.length === 0) return undefined
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  const share = (finding: Status) =>
    weighted.reduce((sum, one) => sum + (one.finding === finding ? one.weight : 0), 0) / total
  const limit = settings['max-drifted-weight']
  const least = share('fail')
  const most = least + share('inconclusive')
  const finding: Status = least > limit ? 'fail' : most <= limit ? 'pass' : 'inconclusive'
  const open = finding === 'inconclusive' && settings['on-inconclusive'] === 'warn'
  const undecided = most > least ? `, and up to ${percent(most)} with those that are undecided` : ''
  return {
    id: 'columns.weight',
    title: 'Columns that drifted hold little weight together',
    status: open ? 'warn' : finding,
    measured: { value: Number.isNaN(least) ? null : least, n: weighted.length },
    required: { comparator: '<=', value: limit },
    reason: Number.isNaN(least)
      ? 'Expected columns with a weight above 0 but found none'
      : `Expected columns that drifted to hold at most ${percent(limit)} of the weight ${finding === 'pass' ? 'and' : 'but'} found ${percent(least)}${undecided}${open ? consequenceOf(settings) : ''}`,
    ...(finding === 'pass'
      ? {}
      : { hint: "See the warnings of the columns with a weight; if they matter less, lower their 'weights'" }),
  }
}

const consequenceOf = (settings: Settings['drift']): string => {
  const { letThrough } = consequence('inconclusive', '', { 'on-inconclusive': settings['on-inconclusive'] })
  return letThrough ? `; ${letThrough.why}` : ''
}
