import type { GroupedScores } from './grouped-scores.ts'
import type { PerformanceMetricId } from './metric-ids.ts'
import { surprise } from './surprise.ts'

/**
 * Every metric of grouped rows. With expected instead of counted positives these are CBPE's estimates: the metric of the expected
 * confusion matrix, the area under the curve through the expected true and false positives by descending score. NaN where there is none.
 */
export function groupedFigures(
  { scores, rows, positives }: GroupedScores,
  threshold: number,
): Record<PerformanceMetricId, number> {
  let [area, tp, fp, fn, tn, squares, surprises] = [0, 0, 0, 0, 0, 0, 0]
  let [hits, others] = [0, 0]
  for (let i = scores.length - 1; i >= 0; i--) {
    const score = scores[i] ?? 0
    const hit = positives[i] ?? 0
    const miss = (rows[i] ?? 0) - hit
    area += miss * (hits + hit / 2)
    hits += hit
    others += miss
    if (score >= threshold) {
      tp += hit
      fp += miss
    } else {
      fn += hit
      tn += miss
    }
    squares += hit * (1 - score) ** 2 + miss * score ** 2
    if (hit > 0) surprises += hit * surprise(score)
    if (miss > 0) surprises += miss * surprise(1 - score)
  }
  const n = hits + others
  return {
    auc: area / (hits * others),
    accuracy: (tp + tn) / n,
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    brier: squares / n,
    'log-loss': surprises / n,
  }
}
