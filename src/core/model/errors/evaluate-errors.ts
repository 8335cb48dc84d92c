import type { Settings } from '../../settings/schema.ts'
import { differences } from '../differences.ts'
import { numbersOf, type Rows } from '../predictions/rows.ts'
import type { RegressionEvaluation } from './regression-evaluation.ts'

/** Predicted numbers as they were read. */
export function evaluateErrors(
  rows: Rows,
  { tolerance, quantile }: Pick<Settings['certify'], 'tolerance' | 'quantile'>,
): RegressionEvaluation {
  const [truth, predicted] = [numbersOf(rows, 'label'), numbersOf(rows, 'predicted')]
  return {
    n: rows.n,
    truth,
    predicted,
    errors: differences(predicted, truth),
    ...(rows.columns.has('lower') ? { lower: numbersOf(rows, 'lower') } : {}),
    ...(rows.columns.has('upper') ? { upper: numbersOf(rows, 'upper') } : {}),
    ...(tolerance === undefined ? {} : { tolerance }),
    quantile,
  }
}
