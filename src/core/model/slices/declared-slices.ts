import type { Claim } from '../claims/claim.ts'
import { isOnMetric } from '../claims/claim.ts'
import type { SliceRow } from '../result.ts'
import type { Trial } from '../trial.ts'
import { groupRows } from './group-rows.ts'
import { sliceRow } from './slice-row.ts'

/** The metrics that claims are about, on every slice of the columns that the settings name, where no claim has asked for them already. */
export function declaredSlices(trial: Trial, claims: readonly Claim[], known: readonly SliceRow[]): SliceRow[] {
  const { task, settings } = trial
  const claimed = claims.filter(isOnMetric).map(({ metric }) => metric.id)
  const first = task.metrics.find(({ comparable }) => comparable) ?? task.metrics[0]
  const metrics = task.metrics.filter(({ id }) => (claimed.length > 0 ? claimed.includes(id) : id === first?.id))
  return (settings.slices ?? []).flatMap(column =>
    (groupRows(trial.rows, [column]) ?? []).flatMap(({ name, chosen }) => {
      const judged = trial.judge(
        chosen,
        settings.level,
        metrics.map(({ id }) => id),
      )
      return metrics
        .map(metric =>
          sliceRow({ columns: column, slice: name, metric, judged, estimate: judged.challenger.get(metric.id) }),
        )
        .filter(row => !known.some(other => isSame(other, row)))
    }),
  )
}

const isSame = (a: SliceRow, b: SliceRow) =>
  a.by === b.by && a.slice === b.slice && a.metric === b.metric && a.gain === undefined
