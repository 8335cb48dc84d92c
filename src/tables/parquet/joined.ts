/** Values of a column from one row on. */
export interface Piece {
  readonly columnData: ArrayLike<unknown>
  readonly rowStart: number
}

/** The values of rows, of which the pieces may hold more. */
export function joined(pieces: readonly Piece[], start: number, end: number): ArrayLike<unknown> {
  const [only] = pieces
  if (pieces.length === 1 && only?.rowStart === start && only.columnData.length === end - start) return only.columnData
  const values: unknown[] = []
  for (const { columnData, rowStart } of pieces.toSorted((a, b) => a.rowStart - b.rowStart)) {
    for (let i = Math.max(0, start - rowStart); i < columnData.length && rowStart + i < end; i++)
      values.push(columnData[i])
  }
  if (values.length !== end - start) throw new Error(`a column of ${end - start} rows holds ${values.length}`)
  return values
}
