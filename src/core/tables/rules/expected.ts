import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'
import { isFault, parseCondition } from '../conditions/parse-condition.ts'
import { type RowFilter, rowFilter } from '../conditions/row-filter.ts'
import { argumentsOf, Implementation, toleranceOf } from '../contract/implementation.ts'
import type { Rule } from '../define-check.ts'
import type { Expectation } from '../expectation.ts'
import { placedRules } from './quality-rules.ts'

/** A rule that the contract asks for by an expectation. */
export interface ExpectedRule<Options> extends Omit<Rule, 'title'> {
  readonly options: Options
  /** Columns that the arguments speak of, in their order. */
  readonly columns: readonly Column[]
}

/** The rules of the table that ask for this expectation, and whose columns are all in the file. */
export function expected<Options>(table: BoundTable, expectation: Expectation<Options>): ExpectedRule<Options>[] {
  return placedRules(table).flatMap(({ quality, column: under, line }) => {
    const read = quality.engine === 'proofmark' ? Implementation.safeParse(quality.implementation) : undefined
    if (!read?.success || read.data.expectation !== expectation.name) return []
    const { column: name, ...args } = argumentsOf(read.data)
    const options = expectation.options.safeParse(args)
    if (!options.success) return []
    const column = expectation.level === 'table' ? undefined : (under ?? named(table, String(name)))
    const names = expectation.columns?.(options.data) ?? []
    const columns = names.flatMap(each => named(table, each) ?? [])
    const where = filterOf(table, read.data.where)
    if (columns.length < names.length || where === 'absent') return []
    if (expectation.level === 'column' && !column) return []
    return [
      {
        id: [column?.name, quality.id ?? idOf(expectation.name)].filter(part => part !== undefined).join('.'),
        table,
        ...(column ? { column } : {}),
        line,
        options: options.data,
        columns,
        tolerance: toleranceOf(read.data),
        ...(quality.severity === undefined ? {} : { severity: quality.severity }),
        ...(where ? { where } : {}),
      },
    ]
  })
}

/** The same, of expectations on one column. */
export const expectedOf = <Options>(
  table: BoundTable,
  expectation: Expectation<Options>,
): (ExpectedRule<Options> & { readonly column: Column })[] =>
  expected(table, expectation).flatMap(rule => (rule.column ? [{ ...rule, column: rule.column }] : []))

const named = (table: BoundTable, name: string): Column | undefined =>
  table.columns.find(({ property }) => property.name === name)

/** `absent`: it speaks of a column that the file lacks, which the check of columns tells. */
function filterOf(table: BoundTable, source: string | undefined): RowFilter | undefined | 'absent' {
  if (source === undefined) return undefined
  const condition = parseCondition(source)
  return isFault(condition) ? 'absent' : rowFilter(source, condition, table)
}

/** `expect_column_values_to_be_increasing` as the end of a check's id: `values-to-be-increasing`. */
const idOf = (name: string): string => name.replace(/^expect_(column_|table_)?/, '').replaceAll('_', '-')
