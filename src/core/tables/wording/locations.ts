import type { Location } from '../../evidence.ts'
import type { Rule } from '../define-check.ts'
import type { ShownRows } from '../shown-rows.ts'

/** Lines of the first rows at fault. */
export const linesOf = ({ places }: { readonly places: readonly number[] }, rows: ShownRows): number[] =>
  places.map(place => rows.at(place).line)

/** Where to look: the first rows at fault, then the rule in the contract. */
export function locations({ table, column, line }: Rule, lines: readonly number[] = []): Location[] {
  const rows = lines.map(at => ({ file: table.file, line: at, ...(column ? { column: column.name } : {}) }))
  return [...rows, { file: table.contract, line, note: 'the rule' }]
}

/** What to do about rows at fault. */
export const mendOr = ({ table, line }: Rule, lines: readonly number[]): string =>
  lines[0] === undefined
    ? `Change the data, or the rule at ${table.contract}:${line}`
    : `Look at ${table.file}:${lines[0]}; mend the rows, or the rule at ${table.contract}:${line}`
