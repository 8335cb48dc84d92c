import type { Check } from '../../evidence.ts'
import { collectFaults, faultCheck } from '../predictions/faults.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At } from '../predictions/reading.ts'

/** As far from 1 as the sum of some probabilities may be for having been rounded. */
const ROUNDING = 0.001

/** An inconclusive check where the probabilities of the classes do not add up to 1. */
export function summingToOne(
  { file, role }: PredictionSource,
  probabilities: readonly Float64Array[],
  at: At,
): Check[] {
  const faults = collectFaults()
  const rows = probabilities[0]?.length ?? 0
  for (let row = 0; row < rows; row++) {
    const sum = probabilities.reduce((total, column) => total + (column[row] ?? Number.NaN), 0)
    if (!(Math.abs(sum - 1) <= ROUNDING))
      faults.add('with another sum', at(row, undefined, `adds up to ${Number(sum.toPrecision(6))}`))
  }
  return faultCheck(faults, rows, {
    id: `${role}.probabilities`,
    title: `Probabilities of ${file}`,
    expected: `the probabilities of every row to add up to 1, within ${ROUNDING}`,
    hint: "Name the columns of all classes in 'probabilities', and write them with at least four decimals",
  })
}
