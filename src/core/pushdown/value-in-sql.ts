import type { Column } from '../tables/column.ts'
import type { SqlDialect, TypedColumn } from './dialect.ts'
import { fill } from './sql.ts'

/** Whole numbers up to here are written without an exponent, and so are integers as text. */
const WHOLE = '1e21'

/**
 * What a column's reader reads, as a double in SQL; null where it reads nothing. Undefined where the two need not agree: the cells have
 * to be read as texts then.
 */
export function valueInSql(
  dialect: SqlDialect,
  column: TypedColumn,
  name: string,
  { type, options, reader }: Pick<Column, 'type' | 'options' | 'reader'>,
): string | undefined {
  if (!reader) return undefined
  const { kind } = column
  const double = fill(dialect.double, name)
  if (type.id === 'number') return kind === 'integer' ? double : finite(dialect, column, double)
  if (type.id === 'integer') {
    if (kind === 'integer') return double
    const whole = finite(dialect, column, double)
    return (
      whole &&
      `CASE WHEN ${whole} = ${fill(dialect.nearestWhole ?? 'floor($)', whole)} AND abs(${whole}) < ${fill(dialect.literal, WHOLE)} THEN ${double} END`
    )
  }
  if (options.format !== undefined) return undefined
  if (type.id === 'timestamp' && kind === 'timestamp' && options.timezone !== false)
    return fill(dialect.double, fill(dialect.millis, finiteTime(dialect, column, name)))
  if (type.id === 'date' && kind === 'date')
    return fill(dialect.double, fill(dialect.dayMillis, finiteTime(dialect, column, name)))
  return undefined
}

/** A time or a day that is one, or null. */
export const finiteTime = (
  { isFiniteTime }: Pick<SqlDialect, 'isFiniteTime'>,
  { allFinite }: Pick<TypedColumn, 'allFinite'>,
  name: string,
): string => (isFiniteTime && !allFinite ? `CASE WHEN ${fill(isFiniteTime, name)} THEN ${name} END` : name)

/** A finite double, or null. */
export function finite(
  dialect: SqlDialect,
  { kind, allFinite }: Pick<TypedColumn, 'kind' | 'allFinite'>,
  double: string,
): string | undefined {
  if (kind === 'integer' || (kind === 'decimal' && !dialect.nonFiniteDecimals)) return double
  if (kind !== 'double' && kind !== 'decimal') return undefined
  return allFinite ? double : `CASE WHEN NOT ${fill(dialect.isNonFinite, double)} THEN ${double} END`
}
