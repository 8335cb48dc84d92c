import { confusionOf } from '../../model/confusion.ts'
import { rowLosses } from '../../model/losses/row-losses.ts'
import type { Scores } from '../../model/scores.ts'
import type { Estimated } from './estimated.ts'
import { estimatedArea } from './estimated-area.ts'
import { estimatedMean } from './estimated-mean.ts'
import { estimatedShare } from './estimated-share.ts'
import type { PerformanceMetricId } from './metric-ids.ts'
import { GREATEST_SURPRISE, surprise } from './surprise.ts'

/** What a model's performance on labelled rows is told by. */
export interface PerformanceMetric {
  readonly id: PerformanceMetricId
  readonly title: string
  /** The title inside a sentence. */
  readonly called: string
  readonly better: 'higher' | 'lower'
  /** Undefined where the rows have nothing to compute it from. */
  measure(scores: Scores, threshold: number): Estimated | undefined
}

/** In the order in which they are shown. */
export const PERFORMANCE_METRICS: readonly PerformanceMetric[] = [
  { id: 'auc', title: 'AUC', called: 'AUC', better: 'higher', measure: estimatedArea },
  {
    id: 'accuracy',
    title: 'Accuracy',
    called: 'accuracy',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fp, fn, tn } = confusionOf(scores, threshold)
      return estimatedShare(tp + tn, tp + fp + fn + tn)
    },
  },
  {
    id: 'precision',
    title: 'Precision',
    called: 'precision',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fp } = confusionOf(scores, threshold)
      return estimatedShare(tp, tp + fp)
    },
  },
  {
    id: 'recall',
    title: 'Recall',
    called: 'recall',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fn } = confusionOf(scores, threshold)
      return estimatedShare(tp, tp + fn)
    },
  },
  {
    id: 'f1',
    title: 'F1',
    called: 'F1',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fp, fn } = confusionOf(scores, threshold)
      // A function of the share of true positives among the rows that are positive either way: 2J / (1 + J).
      const share = estimatedShare(tp, tp + fp + fn)
      const f1 = (of: number) => (2 * of) / (1 + of)
      return (
        share && {
          ...share,
          value: f1(share.value),
          intervalAt(level) {
            const [lower, upper] = share.intervalAt(level)
            return [f1(lower), f1(upper)]
          },
        }
      )
    },
  },
  {
    id: 'brier',
    title: 'Brier score',
    called: 'the Brier score',
    better: 'lower',
    measure: scores =>
      estimatedMean(
        rowLosses(
          scores,
          score => (1 - score) ** 2,
          score => score ** 2,
        ),
        1,
      ),
  },
  {
    id: 'log-loss',
    title: 'Log loss',
    called: 'log loss',
    better: 'lower',
    measure: scores =>
      estimatedMean(
        rowLosses(scores, surprise, score => surprise(1 - score)),
        GREATEST_SURPRISE,
      ),
  },
]
