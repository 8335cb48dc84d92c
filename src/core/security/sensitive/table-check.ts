import type { Check } from '../../evidence.ts'
import { counted } from '../../model/format.ts'
import type { UserError } from '../../user-error.ts'
import { checkId } from '../artefact-check.ts'

/** The check that stands for a table of which no column seems to hold sensitive data, or that has nothing to look at. */
export function tableCheck(file: string, rows: number, columns: number, empty: number): Check {
  const enough = rows > 0
  return {
    id: checkId('sensitive', file),
    title: `${file} holds no sensitive data that the contract does not classify`,
    status: enough ? 'pass' : 'inconclusive',
    measured: { value: 0, unit: 'columns', method: 'names-patterns-checksums', n: columns },
    reason: enough
      ? `Nothing in ${counted(columns, 'column')} of ${counted(rows, 'row')} looks like sensitive data${empty > 0 ? `; ${counted(empty, 'column')} had no values` : ''}`
      : `Expected rows in ${file} but found none`,
    ...(enough ? {} : { hint: 'Check the step that writes it' }),
    locations: [{ file }],
  }
}

/** The check of a table, or of the contract of all, that cannot be read. */
export function unreadTableCheck(file: string, { message, hint, line }: UserError): Check {
  return {
    id: checkId('sensitive', file),
    title: `${file} can be read, to look for sensitive data`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

/** The check of a table whose first line holds values: its columns have no names, and what stands there is in no message. */
export function headerCheck(file: string, places: readonly { at: number; title: string }[]): Check {
  const [first] = places
  return {
    id: checkId('sensitive-header', file),
    title: `The first line of ${file} names its columns`,
    status: 'inconclusive',
    measured: { value: places.length, unit: 'columns' },
    reason: `Expected a name for column ${(first?.at ?? 0) + 1} but found what looks like ${first?.title} (${file}:1)`,
    hint: 'Put a line with the names of the columns before the first row',
    locations: [{ file, line: 1 }],
  }
}
