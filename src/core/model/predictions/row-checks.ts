import type { Check } from '../../evidence.ts'
import { counted } from '../format.ts'
import { type Faults, faultCheck } from './faults.ts'
import type { Need } from './need.ts'
import type { PredictionSource } from './prediction-source.ts'
import type { Predictions } from './predictions.ts'

type FoundFaults = Pick<Faults, 'counts' | 'locate'>

/** One inconclusive check per column with faults. */
export function rowChecks(
  { file, role, id }: PredictionSource,
  rows: number,
  idFaults: FoundFaults,
  columns: readonly { readonly need: Need; readonly faults: FoundFaults }[],
): Check[] {
  return [
    ...faultCheck(idFaults, rows, {
      id: `${role}.id`,
      title: `Ids of ${file}`,
      expected: `every '${id}' to be there and to be unique`,
      hint: 'Give every row of the hold-out an id of its own',
    }),
    ...columns.flatMap(({ need, faults }) =>
      faultCheck(faults, rows, {
        id: `${role}.${need.role}`,
        title: `${need.title} of ${file}`,
        expected: `every '${need.column}' to be ${need.expected}`,
        hint: need.hint,
      }),
    ),
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
export const sound = ({ source, rows }: Pick<Predictions, 'source' | 'rows'>): Check => ({
  id: `${source.role}.rows`,
  title: `Rows of ${source.file}`,
  status: 'pass',
  measured: { value: rows.n, unit: 'rows' },
  required: { comparator: '>', value: 0, unit: 'rows' },
  reason: `${counted(rows.n, 'row')} with an id of their own, ${source.reading.about(rows)}`,
})
