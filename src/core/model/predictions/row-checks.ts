import type { Check } from '../../evidence.ts'
import { counted } from '../format.ts'
import { type Faults, faultCheck } from './faults.ts'
import type { PredictionSource } from './prediction-source.ts'
import type { Predictions } from './predictions.ts'

/** What was wrong in each column. */
export type RowFaults = Readonly<Record<'id' | 'label' | 'score', Faults>>

/** One inconclusive check per column with faults. */
export function rowChecks(
  { file, role, id, label, score }: PredictionSource,
  rows: number,
  faults: RowFaults,
): Check[] {
  return [
    ...faultCheck(faults.id, rows, {
      id: `${role}.id`,
      title: `Ids of ${file}`,
      expected: `every '${id}' to be there and to be unique`,
      hint: 'Give every row of the hold-out an id of its own',
    }),
    ...faultCheck(faults.label, rows, {
      id: `${role}.label`,
      title: `Labels of ${file}`,
      expected: `every '${label}' to be a class`,
      hint: 'Label these rows, or leave them out of the hold-out',
    }),
    ...faultCheck(faults.score, rows, {
      id: `${role}.score`,
      title: `Scores of ${file}`,
      expected: `every '${score}' to be a probability from 0 to 1`,
      hint: 'Write the probability of the positive class for every row, with a decimal point',
    }),
  ]
}

/** The check of a file without rows. */
export const noRows = ({ file, role }: PredictionSource): Check => ({
  id: `${role}.rows`,
  title: `Rows of ${file}`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>', value: 0, unit: 'rows' },
  reason: `Expected rows in ${file} but found none`,
  hint: 'Score the hold-out and write a row for each of its rows',
  locations: [{ file }],
})

/** The check of a file without faults. */
export function sound({ source, ids, labels }: Predictions): Check {
  const rows = ids.length
  let positives = 0
  for (const label of labels) positives += label
  return {
    id: `${source.role}.rows`,
    title: `Rows of ${source.file}`,
    status: 'pass',
    measured: { value: rows, unit: 'rows' },
    required: { comparator: '>', value: 0, unit: 'rows' },
    reason: `${counted(rows, 'row')} with an id of their own, a class and a probability; ${counted(positives, 'row')} of class '${source.positive}'`,
  }
}
