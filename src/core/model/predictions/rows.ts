/** Names by row: `names[codes[row]]`. */
export interface Names {
  readonly codes: Uint32Array
  readonly names: readonly string[]
}

/** Finite numbers by row. */
export interface Numbers {
  readonly numbers: Float64Array
}

export type ColumnOfRows = Names | Numbers

/** Rows of the hold-out with what a task needs of each, by the column's role. */
export interface Rows {
  readonly n: number
  readonly columns: ReadonlyMap<string, ColumnOfRows>
}

export function numbersOf(rows: Rows, role: string): Float64Array {
  const column = rows.columns.get(role)
  if (!column || !('numbers' in column)) throw new Error(`No numbers were read as ${role}`)
  return column.numbers
}

export function namesOf(rows: Rows, role: string): Names {
  const column = rows.columns.get(role)
  if (!column || !('codes' in column)) throw new Error(`No names were read as ${role}`)
  return column
}

/** Some of the rows, in the order given. */
export function selectRows(rows: Rows, chosen: Uint32Array): Rows {
  const columns = rows.columns.entries().map(([role, column]) => [role, selected(column, chosen)] as const)
  return { n: chosen.length, columns: new Map(columns) }
}

function selected(column: ColumnOfRows, chosen: Uint32Array): ColumnOfRows {
  if ('numbers' in column) {
    const { numbers } = column
    const some = new Float64Array(chosen.length)
    for (let i = 0; i < chosen.length; i++) some[i] = numbers[chosen[i] ?? 0] ?? Number.NaN
    return { numbers: some }
  }
  const { codes, names } = column
  const some = new Uint32Array(chosen.length)
  for (let i = 0; i < chosen.length; i++) some[i] = codes[chosen[i] ?? 0] ?? 0
  return { codes: some, names }
}
