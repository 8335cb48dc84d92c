import type { Check } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Column } from '../column.ts'
import { columnLabel } from '../column-label.ts'
import { at } from '../files.ts'
import { isCategorical } from '../is-categorical.ts'
import type { Obstacle } from '../obstacle.ts'

/** A column of numbers that now holds text, or of text that now holds numbers only, none of them a known category. */
export const changedType: Obstacle = (column, files) => {
  const { name, kind, cells } = column
  const { text, rows, missing } = cells.current
  const found = rows - missing
  if (kind === 'numeric' && text.count > 0) {
    return {
      ...check(column),
      measured: { value: text.count, unit: 'rows', share: text.count / found, n: found },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected only numbers, as in the reference, but found ${grouped(text.count)} of ${grouped(found)} cells that are none`,
      hint: 'Write numbers as plain decimals, and missing values as empty cells',
      locations: [at(files.current, name, text.line)],
    }
  }
  if (kind === 'datetime' && found > cells.current.dates) {
    const others = found - cells.current.dates
    return {
      ...check(column),
      measured: { value: others, unit: 'rows', share: others / found, n: found },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected only dates, as in the reference, but found ${grouped(others)} of ${grouped(found)} cells that are none`,
      hint: 'Write dates as 2024-05-17 and times as 2024-05-17T08:30:00Z, and missing values as empty cells',
      locations: [at(files.current, name)],
    }
  }
  if ((isCategorical(kind) || kind === 'text') && found > 0 && text.count === 0 && !isKnown(column)) {
    return {
      ...check(column),
      measured: { value: 'numbers', n: found },
      required: { comparator: 'is', value: 'text' },
      reason: 'Expected text, as in the reference, but found only numbers',
      hint: 'Check that the column holds what it did when the reference was written',
      locations: [at(files.current, name)],
    }
  }
  return undefined
}

const check = ({ name }: Column): Pick<Check, 'id' | 'title' | 'status'> => ({
  id: `${columnLabel(name)}.type`,
  title: `${columnLabel(name)}: same type of values`,
  status: 'fail',
})

/** Codes such as 1, 2, unknown: a current table without the one text is no change of type. */
const isKnown = ({ kind, reference, current }: Column): boolean =>
  isCategorical(kind) && [...current.categories.keys()].some(category => reference.categories.has(category))
