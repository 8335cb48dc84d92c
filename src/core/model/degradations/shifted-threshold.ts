import { formatNumber } from '../format.ts'
import { defineDegradation } from '../selftest/degradation.ts'
import { predictedColumns } from '../selftest/predicted-columns.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Moves the scores, in the same order, so that the threshold decides as a higher one did. */
export const shiftedThreshold = defineDegradation({
  id: 'shifted-threshold',
  title: 'Shifted threshold',
  sizes: [0.1, 0.25, 0.5, 1],
  show: (share, { threshold }) => `${threshold} → ${formatNumber(shifted(threshold, share))}`,
  mustCatch: () => undefined,
  unseen: {
    reason: 'A model that decides by a very different threshold passes',
    hint: 'If decisions are what is used, add a strict claim on a metric of them, such as accuracy, f1 or recall',
  },
  prepare({ own, task, settings: { threshold } }) {
    const columns = predictedColumns(own)
    if (task.id === 'multiclass' || columns.some(({ need: { cells } }) => cells !== 'probability'))
      return 'The task decides without a threshold'
    return share => {
      const other = shifted(threshold, share)
      const moved = (score: number) =>
        score < other
          ? (score * threshold) / other
          : threshold + ((score - other) * (1 - threshold)) / Math.max(1 - other, Number.MIN_VALUE)
      return withColumns(
        own,
        columns.map(({ need, column }) => [
          need.role,
          'numbers' in column ? { numbers: column.numbers.map(moved) } : column,
        ]),
      )
    }
  },
})

/** A share of the way up to 1. */
const shifted = (threshold: number, share: number) => threshold + share * (1 - threshold)
