import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import type { Estimate } from './estimate.ts'
import type { Design } from './forms/design.ts'
import { designOf } from './forms/design-of.ts'
import { estimateIn, gainIn, valueIn } from './forms/in-design.ts'
import { MANY_ROWS } from './many-rows.ts'
import { isComparable, type Metric, type MetricInfo } from './metric.ts'
import type { Parameter } from './parameter.ts'
import type { Reading } from './predictions/reading.ts'
import type { Rows } from './predictions/rows.ts'
import type { ModelResult } from './result.ts'
import { variantOf } from './variant-of.ts'

type Certify = Settings['certify']

/** What a kind of prediction is judged by. */
interface TaskDefinition<Evaluation> {
  readonly id: Certify['task']
  readonly title: string
  readonly metrics: readonly Metric<Evaluation>[]
  reading(settings: Certify): Reading
  /** What the metrics are computed from. */
  evaluate(rows: Rows, settings: Certify): Evaluation
  /** Numbers of the rows in the order in which the evaluation holds them; the rows' own unless given. */
  order?(rows: Rows, settings: Certify): Uint32Array
  /** Which rows depend on each other where the settings name no clusters; none unless given. */
  dependence?(rows: Rows, model: Evaluation, settings: Certify): Pick<Design, 'clusters' | 'forecast'>
  /** Truths from before the hold-out, for a task that takes some. */
  readonly history?: History
  /** Why these rows are too few to decide any claim, as a sentence; undefined where they are not. */
  shortage(model: Evaluation): string | undefined
  /** The task's own part of the result. */
  figures(model: Evaluation, settings: Certify): TaskFigures
  /** Rows of two classes and the probability of one, where the task's are: what calibration and fairness are about. */
  readonly twoClasses?: (rows: Rows, settings: Certify) => TwoClasses
  /** What the model decides for each row, by number, where it decides: what a perturbation may flip. */
  readonly decisions?: (rows: Rows, settings: Certify) => ArrayLike<number | string>
  /** 1 for each row on which the model is wrong, 0 for the others, where that can be said of a row: what weak segments are found by. */
  readonly rowErrors?: (rows: Rows, settings: Certify) => Float64Array
  /** What each row would cost less, were it decided by the costs and the model's probabilities, where there are both. */
  readonly savings?: (rows: Rows, settings: Certify) => Float64Array | undefined
}

/** Labels, 1 for the positive class, and its probability. */
export interface TwoClasses {
  readonly labels: Uint8Array
  readonly scores: Float64Array
}

/** What is read of a history, and what the rows of a hold-out become by it. */
export interface History {
  reading(settings: Certify): Reading
  extend(rows: Rows, history: Rows, settings: Certify): Rows
  /** Checks on both together, none where they are sound; `file` is the history's. */
  faults(rows: Rows, history: Rows, file: string): Check[]
}

/** Numbers of one model on the rows of a hold-out that no metric is. */
export type TaskFigures = Partial<
  Pick<ModelResult, 'positives' | 'confusion' | 'curves' | 'units' | 'classes' | 'residuals'>
>

/** A task, whatever it makes of the rows. */
export interface Task
  extends Pick<
    TaskDefinition<never>,
    'id' | 'title' | 'reading' | 'history' | 'twoClasses' | 'decisions' | 'rowErrors' | 'savings'
  > {
  readonly metrics: readonly TaskMetric[]
  /** A metric with a number of its own, undefined where there is no such metric or it does not take the number. */
  variant(id: string, value: number): TaskMetric | undefined
  /** The task with the variants that are among these metrics. */
  including(claimed: readonly MetricInfo[]): Task
  /** Every metric of the model on these rows; of a champion on the same rows, and the gains over it. */
  judge(model: Rows, champion: Rows | undefined, settings: Certify, options?: JudgeOptions): Judged
}

/** A metric as claims know it. */
export interface TaskMetric extends MetricInfo {
  /** There is a sound paired method. */
  readonly comparable: boolean
  readonly parameter?: Pick<Parameter<never>, 'expected' | 'written'>
}

export interface JudgeOptions {
  /** Digest of the files, in hex: what random numbers are drawn by. */
  readonly seed?: string | undefined
  /** Metrics to judge by; all unless given. */
  readonly only?: readonly string[]
  /** Of very many rows, the metrics that are worth a bootstrap: of the others there are intervals only where there is a formula. */
  readonly wanted?: readonly string[]
}

/** A model on some rows of the hold-out: estimates by metric id. */
export interface Judged {
  readonly rows: number
  /** Two-sided level of the intervals. */
  readonly level: number
  readonly shortage?: string
  readonly challenger: ReadonlyMap<string, Estimate>
  /** On the same rows, intervals or not; absent where there is no such champion. */
  readonly champion?: ReadonlyMap<string, Estimate>
  /** How much better the challenger is than the champion; empty without one. */
  readonly gains: ReadonlyMap<string, Estimate>
  readonly figures: TaskFigures
}

/** A task as its file declares it: what its rows are made into is known to its metrics only. */
export const defineTask = <Evaluation extends object>(task: TaskDefinition<Evaluation>): Task => ({
  ...task,
  metrics: task.metrics.map(metric => ({ ...metric, comparable: isComparable(metric) })),
  variant(id, value) {
    const metric = task.metrics.find(metric => metric.id === id)
    const variant = metric && variantOf(metric, value)
    return variant && { ...variant, comparable: isComparable(variant) }
  },
  including(claimed) {
    const asked = new Map(claimed.map(({ id, variant }) => [id, variant]))
    const variants = [...asked.values()].flatMap(variant => {
      const metric = task.metrics.find(({ id }) => id === variant?.of)
      return (variant && metric && variantOf(metric, variant.value)) ?? []
    })
    return variants.length === 0 ? this : defineTask({ ...task, metrics: [...task.metrics, ...variants] })
  },
  judge(rows, champion, settings, { seed = NO_SEED, only, wanted } = {}) {
    const { level } = settings
    const metrics = only ? task.metrics.filter(({ id }) => only.includes(id)) : task.metrics
    const model = task.evaluate(rows, settings)
    const rival = champion && task.evaluate(champion, settings)
    const named = designOf(rows, () => task.order?.(rows, settings), { level, seed })
    const design = named.clusters ? named : { ...named, ...task.dependence?.(rows, model, settings) }
    const shortage = task.shortage(model)
    // Of a slice that is too small nothing is estimated: it may be without a class.
    const isTooSmall = only !== undefined && shortage !== undefined
    const none: Estimate = { value: null, n: rows.n, gap: 'there are too few rows' }
    const isWanted = ({ id }: MetricInfo) => !wanted || rows.n <= MANY_ROWS || wanted.includes(id)
    const estimates = (of: Evaluation, estimate: (metric: Metric<Evaluation>) => typeof estimateIn) =>
      new Map(metrics.map(metric => [metric.id, isTooSmall ? none : estimate(metric)(metric, of, design)]))
    return {
      rows: rows.n,
      level,
      ...(shortage === undefined ? {} : { shortage }),
      challenger: estimates(model, metric => (isWanted(metric) ? estimateIn : valueIn)),
      ...(rival ? { champion: estimates(rival, () => valueIn) } : {}),
      gains: new Map(
        rival
          ? metrics
              .filter(metric => isComparable(metric) && (metric.compare !== undefined || isWanted(metric)))
              .map(metric => [metric.id, isTooSmall ? none : gainIn(metric, model, rival, design)])
          : [],
      ),
      figures: task.figures(model, settings),
    }
  },
})

/** The seed of rows that no file is known of. */
const NO_SEED = '0'
