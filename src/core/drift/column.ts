import { categoriesOf } from './categories.ts'
import type { Cells, ColumnCells } from './column-cells.ts'
import { type ColumnKind, kindOf } from './column-kind.ts'
import { isCategorical } from './is-categorical.ts'
import type { JointTables } from './joint-sample.ts'
import { truthValue } from './truth-value.ts'

/** One side of a comparison, as the methods see it: `rows` = missing + values compared + `others`. */
export interface Side {
  readonly rows: number
  readonly missing: number
  /** Finite numbers of a numeric column, seconds since 1970 of one of dates, ascending, or a sample of them; otherwise none. */
  readonly numbers: Float64Array
  /** Where `numbers` are a sample: how many there are in all. */
  readonly drawnFrom?: number
  /** Rows per category of a categorical or a boolean column; otherwise none. */
  readonly categories: ReadonlyMap<string, Cells>
  /** Rows that hold something else: text or NaN in a numeric column, categories beyond counting. */
  readonly others: number
  /** Line of the first row of a category beyond counting, where it is known. */
  readonly othersLine?: number
}

/** Whole rows of both tables, and which columns of them to look at. */
export interface JointColumns {
  readonly rows: JointTables
  readonly columns: readonly string[]
}

/** A column that both tables have. */
export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** Values of it appear nowhere: the contract classifies them as sensitive. */
  readonly sensitive: boolean
  readonly reference: Side
  readonly current: Side
  /** What a text, an embedding or the rows are compared by. */
  readonly joint?: JointColumns
  /** What the sides were made from. */
  readonly cells: { readonly reference: ColumnCells; readonly current: ColumnCells }
}

export function columnOf(name: string, reference: ColumnCells, current: ColumnCells, sensitive = false): Column {
  const kind = kindOf(reference)
  const baseline = side(kind, reference)
  return {
    name,
    kind,
    sensitive,
    reference: baseline,
    current: side(kind, current, baseline.categories),
    cells: { reference, current },
  }
}

function side(kind: ColumnKind, cells: ColumnCells, known?: ReadonlyMap<string, Cells>): Side {
  const { rows, missing } = cells
  if (isCategorical(kind)) {
    const { categories, uncounted } = categoriesOf(cells, known)
    const line = cells.firstUncounted?.line
    return {
      rows,
      missing,
      numbers: new Float64Array(),
      categories: kind === 'boolean' ? byTruth(categories) : categories,
      others: uncounted,
      ...(line === undefined ? {} : { othersLine: line }),
    }
  }
  if (kind === 'datetime') {
    const { instants: numbers, dates } = cells
    return {
      rows,
      missing,
      numbers,
      ...(numbers.length < dates ? { drawnFrom: dates } : {}),
      categories: new Map(),
      others: rows - missing - dates,
    }
  }
  if (kind !== 'numeric') {
    return { rows, missing, numbers: new Float64Array(), categories: new Map(), others: rows - missing }
  }
  const { numbers, drawn } = cells
  return {
    rows,
    missing,
    numbers,
    ...(drawn ? { drawnFrom: drawn.numbers } : {}),
    categories: new Map(),
    others: rows - missing - (drawn?.numbers ?? numbers.length),
  }
}

/** True and TRUE are one category. */
function byTruth(categories: ReadonlyMap<string, Cells>): Map<string, Cells> {
  const told = new Map<string, Cells>()
  for (const [name, { count, line }] of categories) {
    const truth = truthValue(name) ?? name
    const before = told.get(truth)
    const first = Math.min(before?.line ?? Infinity, line ?? Infinity)
    told.set(truth, { count: (before?.count ?? 0) + count, ...(first < Infinity ? { line: first } : {}) })
  }
  return told
}
