import { UserError } from '../../user-error.ts'
import { listed } from '../format.ts'

/** What a model takes, as its file declares it; a side of any length is null. */
export interface InputInfo {
  readonly name: string
  readonly type: string | undefined
  readonly shape: readonly (number | null)[]
}

/** A row of the hold-out. */
export interface FeatureRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A tensor to hand to the model: elements in row-major order. */
export interface Feed {
  readonly name: string
  readonly type: string
  readonly shape: readonly number[]
  readonly values: Float32Array | Float64Array | Int32Array | BigInt64Array | string[]
}

/** Makes what the model takes of some rows. */
export interface Feeds {
  /** Rows that the model takes at once: its own number of them, or any. */
  readonly most: number | undefined
  of(rows: readonly FeatureRow[]): Feed[]
}

interface Place {
  readonly file: string
  readonly header: readonly string[]
  /** Columns of the model's one matrix. */
  readonly features: readonly string[] | undefined
}

/** How cells become elements of a tensor: an array of that many of them, and what a cell is; undefined where it is none. */
const ELEMENTS = {
  float32: { array: (n: number) => new Float32Array(n), read: floating, expected: 'a number' },
  float64: { array: (n: number) => new Float64Array(n), read: floating, expected: 'a number' },
  int32: { array: (n: number) => new Int32Array(n), read: whole, expected: 'a whole number' },
  int64: { array: (n: number) => new BigInt64Array(n), read: long, expected: 'a whole number' },
  string: { array: (n: number): string[] => Array(n).fill(''), read: (cell: string) => cell, expected: 'a text' },
} as const

type ElementType = keyof typeof ELEMENTS

const isElementType = (type: string | undefined): type is ElementType => type !== undefined && type in ELEMENTS

/** Binds the columns of a table to the inputs of a model: one matrix of all features, or an input for each column of its name. */
export function bindFeeds(inputs: readonly InputInfo[], { file, header, features }: Place): Feeds {
  const [first] = inputs
  const bound =
    inputs.length === 1 && first && features
      ? [{ input: first, columns: features }]
      : inputs.map(input => ({ input, columns: [input.name] }))
  const made = bound.map(({ input, columns }) => {
    if (!isElementType(input.type))
      throw new UserError(
        'onnx.input',
        `Expected inputs of numbers or texts but '${input.name}' takes ${input.type ?? 'no tensor'}`,
        { hint: "Export the model with inputs of float, double, int32, int64 or string, or use 'certify.predict'" },
      )
    const width = input.shape.slice(1).reduce<number>((product, side) => product * (side ?? columns.length), 1)
    if (width !== columns.length)
      throw new UserError(
        'onnx.input',
        `Expected ${width} features for the input '${input.name}' but found ${columns.length}: ${listed(columns)}`,
        { hint: "Name the columns of the matrix, in the order of the training, under 'certify.onnx.features'" },
      )
    return { input, type: input.type, columns: columns.map(name => columnOf(name, file, header)) }
  })
  const sizes = inputs.map(({ shape }) => shape[0]).filter(side => typeof side === 'number')
  return {
    most: sizes.length > 0 ? Math.min(...sizes) : undefined,
    of: rows => made.map(({ input, type, columns }) => feedOf(input, type, columns, rows, file)),
  }
}

interface NamedColumn {
  readonly name: string
  readonly index: number
}

function columnOf(name: string, file: string, header: readonly string[]): NamedColumn {
  const index = header.indexOf(name)
  if (index >= 0) return { name, index }
  throw new UserError('onnx.column', `Expected a column '${name}' but found ${listed(header)} (${file}:1)`, {
    file,
    line: 1,
    hint: "The model asks for it: put it into the table, or list the columns of its one matrix under 'certify.onnx.features'",
  })
}

function feedOf(
  { name, shape }: InputInfo,
  type: ElementType,
  columns: readonly NamedColumn[],
  rows: readonly FeatureRow[],
  file: string,
): Feed {
  const { array, read, expected } = ELEMENTS[type]
  const values = array(rows.length * columns.length)
  rows.forEach(({ line, cells }, row) => {
    columns.forEach((column, i) => {
      const cell = cells[column.index] ?? ''
      const value = read(cell)
      if (value === undefined)
        throw new UserError(
          'onnx.cell',
          `Expected ${expected} in '${column.name}' but found ${cell === '' ? 'nothing' : 'something else'} (${file}:${line})`,
          {
            file,
            line,
            hint: 'Give the model what it was trained on: encode or fill the column as its training did',
          },
        )
      Reflect.set(values, row * columns.length + i, value)
    })
  })
  const sides = shape.slice(1).map(side => side ?? columns.length)
  return { name, type, shape: [rows.length, ...sides], values }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** NaN stands for a missing value, as NumPy has it. */
function floating(cell: string): number | undefined {
  const text = cell.trim()
  if (text === '' || /^[+-]?nan$/i.test(text)) return Number.NaN
  return NUMBER.test(text) ? Number(text) : undefined
}

function whole(cell: string): number | undefined {
  const number = Number(cell)
  return /^\s*[+-]?\d+\s*$/.test(cell) && number === Math.trunc(number) && Math.abs(number) < 2 ** 31
    ? number
    : undefined
}

function long(cell: string): bigint | undefined {
  return /^\s*-?\d{1,18}\s*$/.test(cell) ? BigInt(cell.trim()) : undefined
}
