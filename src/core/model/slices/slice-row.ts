import type { Status } from '../../verdict.ts'
import type { Estimate } from '../estimate.ts'
import type { MetricInfo } from '../metric.ts'
import type { SliceRow } from '../result.ts'
import { shownEstimate } from '../shown-estimate.ts'
import type { Judged } from '../task.ts'

interface Answered {
  readonly columns: string
  readonly slice: string
  readonly metric: MetricInfo
  readonly judged: Judged
  readonly estimate: Estimate | undefined
  readonly status?: Status
  readonly gain?: boolean
}

/** A slice as a row of the result. */
export const sliceRow = ({ columns, slice, metric, judged, estimate, status, gain }: Answered): SliceRow => ({
  ...(columns === '' ? {} : { by: columns }),
  slice,
  metric: metric.id,
  ...(gain ? { gain: true } : {}),
  rows: judged.rows,
  ...(estimate ? shownEstimate(estimate, judged.level) : { value: null, n: 0 }),
  ...(judged.shortage === undefined ? {} : { few: true }),
  ...(status ? { status } : {}),
})
