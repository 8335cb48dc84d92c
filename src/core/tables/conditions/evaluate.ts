import type { Batch } from '../batch.ts'
import type { Column } from '../column.ts'
import type { Reader } from '../types/define-type.ts'
import * as types from '../types/index.ts'
import type { Comparison, Condition, Operand } from './condition.ts'
import { likeExpression } from './like-expression.ts'

/** For each row: true, false, or unknown because a null decides. */
export type Truths = Uint8Array
export const FALSE = 0
export const TRUE = 1
export const UNKNOWN = 2

/** Finds the column of a name. Its caller has made sure that there is one. */
export type ColumnNamed = (name: string) => Column | undefined

/** Answers a condition for every row of a batch, in the three-valued logic of SQL. */
export function evaluate(condition: Condition, batch: Batch, named: ColumnNamed): Truths {
  switch (condition.is) {
    case 'and':
    case 'or':
      return joined(condition.is, evaluate(condition.left, batch, named), evaluate(condition.right, batch, named))
    case 'not':
      return evaluate(condition.of, batch, named).map(truth => (truth === UNKNOWN ? UNKNOWN : 1 - truth))
    case 'compare':
      return compare(condition.operator, condition.left, condition.right, batch, named)
    case 'in':
      return condition.list
        .map(item => compare('=', condition.value, item, batch, named))
        .reduce((left, right) => joined('or', left, right))
    case 'like': {
      const text = textsOf(condition.value, batch, named)
      const expression = likeExpression(condition.pattern)
      return eachRow(batch, row => {
        const found = text(row)
        return found === '' ? UNKNOWN : expression.test(found) ? TRUE : FALSE
      })
    }
    case 'null':
      return nulls(condition.value, batch, named)
    case 'true': {
      const values = numbersOf(condition.value, batch, named, types.boolean.reader({}))
      return eachRow(batch, row => {
        const value = values(row)
        return Number.isNaN(value) ? UNKNOWN : value === 1 ? TRUE : FALSE
      })
    }
  }
}

function joined(is: 'and' | 'or', left: Truths, right: Truths): Truths {
  const decides = is === 'and' ? FALSE : TRUE
  return left.map((truth, row) => {
    const other = right[row] ?? UNKNOWN
    if (truth === decides || other === decides) return decides
    return truth === UNKNOWN || other === UNKNOWN ? UNKNOWN : truth
  })
}

/** Values compare as what their columns' types make of them, texts as texts where neither side is anything else. */
function compare(operator: Comparison, left: Operand, right: Operand, batch: Batch, named: ColumnNamed): Truths {
  const holds = HOLDS[operator]
  if (isText(left, named) && isText(right, named)) {
    const [a, b] = [textsOf(left, batch, named), textsOf(right, batch, named)]
    const [noA, noB] = [nulls(left, batch, named), nulls(right, batch, named)]
    return eachRow(batch, row =>
      noA[row] === TRUE || noB[row] === TRUE ? UNKNOWN : holds(order(a(row), b(row))) ? TRUE : FALSE,
    )
  }
  const reader = readerOf(left, named) ?? readerOf(right, named) ?? types.number.reader({})
  const [a, b] = [numbersOf(left, batch, named, reader), numbersOf(right, batch, named, reader)]
  return eachRow(batch, row => {
    const [x, y] = [a(row), b(row)]
    return Number.isNaN(x) || Number.isNaN(y) ? UNKNOWN : holds(x - y) ? TRUE : FALSE
  })
}

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '=': order => order === 0,
  '<>': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function isText(operand: Operand, named: ColumnNamed): boolean {
  return operand.is === 'text' || (operand.is === 'column' && named(operand.name)?.reader === undefined)
}

const readerOf = (operand: Operand, named: ColumnNamed): Reader | undefined =>
  operand.is === 'column' ? named(operand.name)?.reader : undefined

/** The operand's text in each row; '' for a null. */
function textsOf(operand: Operand, batch: Batch, named: ColumnNamed): (row: number) => string {
  if (operand.is === 'text') return () => operand.value
  if (operand.is === 'number' || operand.is === 'boolean') return () => String(operand.value)
  const column = operand.is === 'column' ? named(operand.name) : undefined
  if (column) return batch.cells(column.index).text
  const numbers = numbersOf(operand, batch, named, undefined)
  return row => (Number.isNaN(numbers(row)) ? '' : String(numbers(row)))
}

/** The operand's value in each row; NaN for a null and for what is no value. */
function numbersOf(
  operand: Operand,
  batch: Batch,
  named: ColumnNamed,
  reader: ReturnType<typeof types.number.reader>,
): (row: number) => number {
  switch (operand.is) {
    case 'number':
      return () => operand.value
    case 'boolean':
      return () => (operand.value ? 1 : 0)
    case 'text': {
      const value = reader && 'read' in reader ? reader.read(operand.value) : Number.NaN
      return () => value
    }
    case 'column': {
      const column = named(operand.name)
      const own = column?.reader ?? (reader && 'read' in reader ? reader : undefined)
      if (!column || !own) return () => Number.NaN
      const values = batch.cells(column.index).values(own)
      return row => values[row] ?? Number.NaN
    }
    case 'arithmetic': {
      const left = numbersOf(operand.left, batch, named, undefined)
      const right = numbersOf(operand.right, batch, named, undefined)
      const calculate = CALCULATE[operand.operator]
      return row => finite(calculate(left(row), right(row)))
    }
  }
}

const CALCULATE: Readonly<Record<'+' | '-' | '*' | '/' | '%', (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
}

/** What divides by zero or overflows is no value. */
const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN)

function nulls(operand: Operand, batch: Batch, named: ColumnNamed): Truths {
  if (operand.is === 'column') {
    const column = named(operand.name)
    return column ? batch.cells(column.index).empty : new Uint8Array(batch.rows).fill(TRUE)
  }
  if (operand.is !== 'arithmetic') return new Uint8Array(batch.rows)
  const numbers = numbersOf(operand, batch, named, undefined)
  return eachRow(batch, row => (Number.isNaN(numbers(row)) ? TRUE : FALSE))
}

function eachRow(batch: Batch, truth: (row: number) => number): Truths {
  const truths = new Uint8Array(batch.rows)
  for (let row = 0; row < batch.rows; row++) truths[row] = truth(row)
  return truths
}
