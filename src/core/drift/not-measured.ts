import type { Check } from '../evidence.ts'
import type { Column } from './column.ts'
import { columnLabel } from './column-label.ts'
import { at, type Files } from './files.ts'
import type { DecidingMethod } from './method.ts'

/** A column that has values, but not what the chosen method needs: nobody knows whether it has drifted. */
export const notMeasured = ({ name }: Column, method: DecidingMethod, files: Files): Check => ({
  id: `${columnLabel(name)}.${method.question}`,
  title: `${columnLabel(name)}: ${method.claim}`,
  status: 'inconclusive',
  measured: { value: null, method: method.id },
  reason: `Expected ${method.needs ?? 'values'} for the method '${method.id}' but found none such on both sides`,
  hint: `Choose another method for the column under 'methods'`,
  locations: [at(files.current, name)],
})
