import type { Condition, Operand } from '../tables/conditions/condition.ts'
import type { ColumnNamed } from '../tables/conditions/evaluate.ts'
import type { Reader } from '../tables/types/define-type.ts'
import { fill, isEmpty, numberLiteral, textLiteral } from './sql.ts'
import { columnAt, type TableThere } from './table-there.ts'
import { valueInSql } from './value-in-sql.ts'

/** A condition on a row in SQL, true, false or null just as `evaluate` has it; undefined where that is not known of all its parts. */
export function conditionSql(there: TableThere, condition: Condition, named: ColumnNamed): string | undefined {
  switch (condition.is) {
    case 'and':
    case 'or': {
      const [left, right] = [conditionSql(there, condition.left, named), conditionSql(there, condition.right, named)]
      return left && right && `(${left} ${condition.is === 'and' ? 'AND' : 'OR'} ${right})`
    }
    case 'not': {
      const of = conditionSql(there, condition.of, named)
      return of && `(NOT ${of})`
    }
    case 'compare':
      return compared(there, condition.operator, condition.left, condition.right, named)
    case 'in': {
      const each = condition.list.map(item => compared(there, '=', condition.value, item, named))
      return each.length > 0 && each.every(part => part !== undefined) ? `(${each.join(' OR ')})` : undefined
    }
    case 'null': {
      const column = condition.value.is === 'column' ? named(condition.value.name) : undefined
      const found = column && columnAt(there, column.index)
      return found && found.column.kind !== 'other' ? isEmpty(found.column, found.name) : undefined
    }
    case 'true': {
      const column = condition.value.is === 'column' ? named(condition.value.name) : undefined
      const found = column && columnAt(there, column.index)
      return found?.column.kind === 'boolean' ? found.name : undefined
    }
    case 'like':
      return undefined
  }
}

const isText = (operand: Operand, named: ColumnNamed): boolean =>
  operand.is === 'text' || (operand.is === 'column' && named(operand.name)?.reader === undefined)

const readerOf = (operand: Operand, named: ColumnNamed): Reader | undefined =>
  operand.is === 'column' ? named(operand.name)?.reader : undefined

function compared(
  there: TableThere,
  operator: string,
  left: Operand,
  right: Operand,
  named: ColumnNamed,
): string | undefined {
  if (isText(left, named) && isText(right, named)) {
    // Which of two texts comes first, engines see in ways of their own.
    if (operator !== '=' && operator !== '<>') return undefined
    const [a, b] = [text(there, left, named), text(there, right, named)]
    return a && b && `(${a} ${operator} ${b})`
  }
  const reader = readerOf(left, named) ?? readerOf(right, named)
  const [a, b] = [number(there, left, named, reader), number(there, right, named, reader)]
  return a && b && `(${a} ${operator} ${b})`
}

/** A text in SQL; null where a cell holds nothing. */
function text(there: TableThere, operand: Operand, named: ColumnNamed): string | undefined {
  if (operand.is === 'text') return textLiteral(there.dialect, operand.value)
  const column = operand.is === 'column' ? named(operand.name) : undefined
  const found = column && columnAt(there, column.index)
  return found?.column.kind === 'text' ? `nullif(${found.name}, '')` : undefined
}

/** A double in SQL; null where there is none. */
function number(
  there: TableThere,
  operand: Operand,
  named: ColumnNamed,
  reader: Reader | undefined,
): string | undefined {
  const { dialect } = there
  switch (operand.is) {
    case 'number':
      return numberLiteral(dialect, operand.value)
    case 'boolean':
      return undefined
    case 'text': {
      const value = reader ? reader.read(operand.value) : Number.NaN
      return Number.isNaN(value) ? undefined : numberLiteral(dialect, value)
    }
    case 'column': {
      const column = named(operand.name)
      if (!column?.reader) return undefined
      const { column: typed, name } = columnAt(there, column.index)
      return valueInSql(dialect, typed, name, column)
    }
    case 'arithmetic': {
      const [a, b] = [number(there, operand.left, named, undefined), number(there, operand.right, named, undefined)]
      if (!a || !b || operand.operator === '%') return undefined
      const result = dialect.arithmetic
        ? fill(dialect.arithmetic[operand.operator], `(${a})`, `(${b})`)
        : operand.operator === '/'
          ? `(${a}) / nullif(${b}, ${numberLiteral(dialect, 0)})`
          : `(${a}) ${operand.operator} (${b})`
      return `(CASE WHEN NOT ${fill(dialect.isNonFinite, `(${result})`)} THEN ${result} END)`
    }
  }
}
