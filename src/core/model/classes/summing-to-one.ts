import type { Check, Location } from '../../evidence.ts'
import { collectFaults, faultCheck } from '../predictions/faults.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'

/** As far from 1 as the sum of some probabilities may be for having been rounded. */
const ROUNDING = 0.001

/** An inconclusive check where the probabilities of the classes do not add up to 1. */
export function summingToOne(
  { file, role }: PredictionSource,
  probabilities: readonly Float64Array[],
  lines: Uint32Array,
): Check[] {
  const faults = collectFaults()
  for (const [row, line] of lines.entries()) {
    const sum = probabilities.reduce((total, column) => total + (column[row] ?? Number.NaN), 0)
    const place = (): Location => ({ file, line, note: `adds up to ${Number(sum.toPrecision(6))}` })
    if (!(Math.abs(sum - 1) <= ROUNDING)) faults.add('with another sum', place())
  }
  return faultCheck(faults, lines.length, {
    id: `${role}.probabilities`,
    title: `Probabilities of ${file}`,
    expected: `the probabilities of every row to add up to 1, within ${ROUNDING}`,
    hint: "Name the columns of all classes in 'probabilities', and write them with at least four decimals",
  })
}
