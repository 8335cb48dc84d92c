import type { KeyCell, Location } from '../../evidence.ts'
import type { Column } from '../column.ts'
import type { Rule } from '../define-check.ts'
import { rowKeyOf } from '../rules/row-key-of.ts'
import type { ShownRow, ShownRows } from '../shown-rows.ts'

/** Characters of a cell that evidence keeps. */
const MAX_LENGTH = 100
/** Cells of a row that are shown beside its key. */
const MAX_OTHERS = 4
/** Hexadecimal digits by which hidden keys are told apart. */
const HASH_DIGITS = 12

/** Where the first rows at fault are: line, key, and the cells the rule is about, as far as these may be shown. */
export function rowsAt(rule: Rule, places: readonly number[], rows: ShownRows): Location[] {
  const keys = rowKeyOf(rule.table)
  const others = othersOf(rule, keys)
  return places.map(place => {
    const row = rows.at(place)
    const key = keys.map(({ name, index, sensitive }): KeyCell => {
      const cell = row.cells[index] ?? ''
      return sensitive && cell !== ''
        ? { column: name, hash: rows.sha256(cell).slice(0, HASH_DIGITS) }
        : { column: name, value: cut(cell) }
    })
    return {
      file: rule.table.file,
      line: row.line,
      ...(rule.column ? { column: rule.column.name, ...valueIn(row, rule.column) } : {}),
      ...(key.length > 0 ? { key } : {}),
      ...(others.length > 0
        ? { cells: others.map(({ name, index }) => ({ column: name, value: cut(row.cells[index] ?? '') })) }
        : {}),
    }
  })
}

/** Columns that the rule speaks of beside its own, none of many: a row of them all would tell nothing. */
function othersOf({ column, columns = [] }: Rule, keys: readonly Column[]): readonly Column[] {
  const others = columns.filter(other => other !== column && !keys.includes(other) && !other.sensitive)
  return others.length > MAX_OTHERS ? [] : others
}

function valueIn({ cells }: ShownRow, { index, sensitive }: NonNullable<Rule['column']>): Pick<Location, 'value'> {
  const cell = cells[index] ?? ''
  return sensitive || cell === '' ? {} : { value: cut(cell) }
}

const cut = (cell: string): string => (cell.length > MAX_LENGTH ? `${cell.slice(0, MAX_LENGTH).toWellFormed()}…` : cell)

/** Where to look: the first rows at fault, then the rule in the contract. */
export const locations = ({ table, line }: Rule, rows: readonly Location[] = []): Location[] => [
  ...rows,
  { file: table.contract, line, note: 'the rule' },
]

/** What to do about rows at fault. */
export const mendOr = ({ table, line }: Rule, rows: readonly Location[]): string =>
  rows[0] === undefined
    ? `Change the data, or the rule at ${table.contract}:${line}`
    : `Look at ${table.file}:${rows[0].line}; mend the rows, or the rule at ${table.contract}:${line}`
