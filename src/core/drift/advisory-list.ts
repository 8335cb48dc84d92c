import { columnLabel } from './column-label.ts'
import type { Measured } from './measure-columns.ts'
import type { Advice } from './result.ts'

/** The questions whose tests stand out (Benjamini and Hochberg 1995), the surest first. */
export function advisoryList(measured: readonly Measured[], alpha: number): Advice[] {
  return measured
    .flatMap(({ column, method, measurement: { effect, inference }, tested }) =>
      inference && tested && tested.advisoryPValue <= alpha
        ? [
            {
              column: columnLabel(column.name),
              question: method.question,
              effect,
              pValue: inference.pValue,
              adjustedPValue: tested.advisoryPValue,
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.pValue - b.pValue)
}
