import type { BoundTable } from '../bind-table.ts'
import { columnsOf } from '../conditions/columns-of.ts'
import type { Condition } from '../conditions/condition.ts'
import { isFault, parseCondition } from '../conditions/parse-condition.ts'
import { type Limit, OPERATORS } from '../contract/operators.ts'
import { operatorsOf, type QualityRule } from '../contract/quality.ts'
import { columnsNamed } from './other-tables.ts'
import { type MetricRule, type PlacedRule, placedRules } from './quality-rules.ts'

/** A rule of type sql that counts the rows of this table for which a condition holds. */
export interface SqlRule extends MetricRule {
  /** Undefined: all rows are counted. */
  readonly condition: Condition | undefined
}

/** `SELECT COUNT(*) FROM …`, with a condition or without. */
const QUERY = /^\s*select\s+count\s*\(\s*\*\s*\)\s+from\s+(?<from>\S+?)(?:\s+where\s+(?<where>[\s\S]+?))?\s*;?\s*$/i
/** What stands for the table and for the column, in the standard's examples and in datacontract-cli. */
const TABLE = /\$?\{(?:table|object|model|schema)\}/gi
const COLUMN = /\$?\{(?:column|property|field)\}/gi

/** The rules of type sql that can be evaluated on a file: counts of rows of this table by a condition on each. */
export const sqlRules = (table: BoundTable): SqlRule[] =>
  placedRules(table).flatMap(placed => {
    const read = readQuery(table, placed)
    if (!read) return []
    const { quality, column, line } = placed
    const unit = quality.unit === 'percent' ? 'percent' : 'rows'
    return operatorsOf(quality).map(
      ({ name, limit }): SqlRule => ({
        ...placed,
        id: [column?.name, quality.id ?? 'sql'].filter(part => part !== undefined).join('.'),
        title: `${quality.name ?? quality.description ?? 'Rows counted by SQL'}: ${OPERATORS[name].words(limit)}${unit === 'percent' ? ' percent' : ''}`,
        table,
        line,
        operator: OPERATORS[name],
        limit: limit satisfies Limit,
        unit,
        columns: column ? [column] : [],
        condition: read.condition,
        ...(quality.severity === undefined ? {} : { severity: quality.severity }),
      }),
    )
  })

/** Whether a rule is one of these. */
export const isEvaluable = (table: BoundTable, placed: PlacedRule): boolean => readQuery(table, placed) !== undefined

function readQuery(
  table: BoundTable,
  { quality, column }: PlacedRule,
): { readonly condition: Condition | undefined } | undefined {
  if (quality.type !== 'sql' || operatorsOf(quality).length === 0) return undefined
  const { from, where } = QUERY.exec(withNames(quality, table, column?.property.name))?.groups ?? {}
  if (from?.replaceAll('"', '') !== table.object.name) return undefined
  if (where === undefined) return { condition: undefined }
  const condition = parseCondition(where)
  return isFault(condition) || !columnsNamed(table, columnsOf(condition)) ? undefined : { condition }
}

const withNames = ({ query = '' }: QualityRule, { object }: BoundTable, column: string | undefined): string =>
  query
    .replace(TABLE, `"${object.name}"`)
    .replace(COLUMN, column === undefined ? '' : `"${column.replaceAll('"', '""')}"`)
