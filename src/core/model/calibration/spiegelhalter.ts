import { normal } from '../../stats/index.ts'
import { sum } from '../../stats/samples/sum.ts'
import type { TwoClasses } from '../task.ts'

/**
 * Whether the Brier score is what the probabilities themselves let expect: z and its two-sided p-value; undefined where every
 * probability is 0, ½ or 1.
 *
 * Source: D. J. Spiegelhalter, Probabilistic prediction in patient management and clinical trials (1986).
 */
export function spiegelhalter({ labels, scores }: TwoClasses): { z: number; pValue: number } | undefined {
  const variance = sum(scores.map(p => (1 - 2 * p) ** 2 * p * (1 - p)))
  if (!(variance > 0)) return undefined
  const z = sum(scores.map((p, row) => ((labels[row] ?? 0) - p) * (1 - 2 * p))) / Math.sqrt(variance)
  return { z, pValue: 2 * normal.sf(Math.abs(z)) }
}
