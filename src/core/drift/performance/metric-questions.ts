import { counted } from '../../model/format.ts'
import { byClass } from '../../model/scores.ts'
import type { TwoClasses } from '../../model/task.ts'
import { LEAST_OF_CLASS, LEAST_ROWS } from '../../model/tasks/least-rows.ts'
import type { Settings } from '../../settings/schema.ts'
import { percent } from '../figure.ts'
import type { Change } from './change.ts'
import { differenceOf } from './difference-of.ts'
import { estimateUnlabelled } from './estimate-unlabelled.ts'
import { groupScores } from './group-scores.ts'
import { PERFORMANCE_METRICS, type PerformanceMetric } from './metrics.ts'
import type { Question } from './question.ts'
import { shareBeyond } from './share-beyond.ts'

/** Rows of both files; `labels` of the current ones only where it has them. */
export interface ComparedRows {
  readonly reference: TwoClasses
  readonly current: { readonly scores: Float64Array; readonly labels?: Uint8Array }
}

/** What the metrics are asked by. */
export interface Asking {
  readonly predictions: NonNullable<Settings['drift']['predictions']>
  readonly threshold: number
  readonly seed: string
  readonly of?: { readonly by: string; readonly slice: string }
  /** Rows, and of each class, that a side must have. */
  readonly least?: { readonly rows: number; readonly ofClass: number }
}

/** One question for every metric; those that may stop the gate have a limit. */
export function metricQuestions({ reference, current }: ComparedRows, asking: Asking): Question[] {
  const { predictions, threshold, seed, of, least = { rows: LEAST_ROWS, ofClass: LEAST_OF_CLASS } } = asking
  const rows = { reference: reference.scores.length, current: current.scores.length }
  const short =
    shortage('the reference', reference, least) ??
    shortage('the current file', current, { ...least, ofClass: current.labels ? least.ofClass : 0 }) ??
    (current.labels ? undefined : unlike(shareBeyond(reference.scores, current.scores)))
  const changes = short === undefined ? changesOf() : new Map<string, Change>()
  return PERFORMANCE_METRICS.map(metric => {
    const change = changes.get(metric.id)
    return {
      id: metric.id,
      title: metric.title,
      called: metric.called,
      worse: metric.better === 'higher' ? 'lower' : 'higher',
      ...(of ? { of } : {}),
      rows,
      change,
      ...(change ? {} : { gap: short ?? 'one of the files has no row that it can be computed from' }),
      ...(predictions.metrics.includes(metric.id) ? limitOf(metric) : { setting: 'metrics' }),
    } satisfies Question
  })

  function limitOf({ id }: PerformanceMetric) {
    const own = predictions['max-drops'][id]
    return own === undefined
      ? { limit: predictions['max-performance-drop'], setting: 'max-performance-drop' }
      : { limit: own, setting: `max-drops.${id}` }
  }

  function changesOf(): ReadonlyMap<string, Change> {
    const before = byClass(reference.labels, reference.scores)
    if (!current.labels) {
      const unlabelled = groupScores({ positives: current.scores, negatives: new Float64Array() })
      return estimateUnlabelled(groupScores(before), unlabelled, { threshold, seed })
    }
    const now = byClass(current.labels, current.scores)
    return new Map(
      PERFORMANCE_METRICS.flatMap(metric => {
        const [one, other] = [metric.measure(before, threshold), metric.measure(now, threshold)]
        return one && other ? [[metric.id, differenceOf(one, other)] as const] : []
      }),
    )
  }
}

/** Larger shares of scores beyond those of the reference are not estimated. */
const MOST_BEYOND = 0.1

/** Why rows without labels are too unlike the reference to be estimated, as a clause. */
const unlike = (beyond: number): string | undefined =>
  beyond > MOST_BEYOND
    ? `${percent(beyond)} of the current scores are beyond all of the reference, and no more than ${percent(MOST_BEYOND)} can be estimated without labels`
    : undefined

/** Why these rows are too few, as a clause. */
function shortage(
  side: string,
  { scores, labels }: { readonly scores: Float64Array; readonly labels?: Uint8Array },
  least: { readonly rows: number; readonly ofClass: number },
): string | undefined {
  if (scores.length < least.rows) return `${side} has ${counted(scores.length, 'row')}, and ${least.rows} are needed`
  const ones = labels?.reduce((sum, label) => sum + label, 0) ?? 0
  const fewer = labels ? Math.min(ones, labels.length - ones) : Number.POSITIVE_INFINITY
  return fewer < least.ofClass
    ? `${side} has ${counted(fewer, 'row')} of one class, and ${least.ofClass} are needed`
    : undefined
}
