import type { Settings } from '../../settings/schema.ts'
import type { Column } from '../column.ts'
import type { ColumnCells } from '../column-cells.ts'
import type { ColumnKind } from '../column-kind.ts'
import type { JointTables } from '../joint-sample.ts'
import { ROWS } from '../method-for.ts'

/** Rows of each table that methods look at whole. */
export const JOINT_ROWS = 2000

/** Methods that read texts. */
const OF_TEXTS: readonly string[] = ['text-classifier', 'text-length', 'text-vocabulary']

/** Whether the settings ask for anything that whole rows are needed for. */
export const needsRows = ({ methods, embeddings }: Settings['drift']): boolean =>
  Object.keys(embeddings).length > 0 ||
  Object.hasOwn(methods, 'rows') ||
  Object.values(methods).some(id => OF_TEXTS.includes(id))

/** The columns, texts with what they are compared by, and what is compared as if it were a column: embeddings, and all columns together. */
export function withJoint(columns: readonly Column[], rows: JointTables, settings: Settings['drift']): Column[] {
  const sensitive = (names: readonly string[]) => columns.some(one => one.sensitive && names.includes(one.name))
  const made = (name: string, kind: ColumnKind, names: readonly string[]): Column => ({
    name,
    kind,
    sensitive: sensitive(names),
    reference: sideOf(rows.reference.rows),
    current: sideOf(rows.current.rows),
    joint: { rows, columns: names },
    cells: { reference: NO_CELLS, current: NO_CELLS },
  })
  const names = [...rows.reference.columns.keys()]
  return [
    ...columns.map(column =>
      column.kind === 'text' ? { ...column, joint: { rows, columns: [column.name] } } : column,
    ),
    ...Object.entries(settings.embeddings).map(([name, own]) => made(name, 'embedding', own)),
    ...(Object.hasOwn(settings.methods, 'rows') ? [made(ROWS, 'rows', names)] : []),
  ]
}

const sideOf = (rows: number) => ({ rows, missing: 0, numbers: new Float64Array(), categories: new Map(), others: 0 })

const NO_CELLS: ColumnCells = {
  rows: 0,
  missing: 0,
  numbers: new Float64Array(),
  text: { count: 0 },
  dates: 0,
  instants: new Float64Array(),
  nonFinite: { count: 0 },
  categories: new Map(),
  uncounted: 0,
}
