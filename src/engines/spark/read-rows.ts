import { bytesIn, listIn } from './thrift/field-of.ts'
import type { ThriftStruct, ThriftValue } from './thrift/thrift-type.ts'

/** `TRowSet.columns`, and of a column its values and which of them are null, a bit each from the lowest. */
const COLUMNS = 3
const VALUES = 1
const NULLS = 2

/** The rows of a set that came by columns, with their cells as texts. */
export function readRows(set: ThriftStruct | undefined): (string | null)[][] {
  const columns = (listIn(set, COLUMNS) ?? []).map(cellsOf)
  const length = columns[0]?.length ?? 0
  if (columns.some(cells => cells.length !== length))
    throw new Error('the server answered with columns of other lengths')
  return Array.from({ length }, (_, row) => columns.map(cells => cells[row] ?? null))
}

function cellsOf(column: ThriftValue): (string | null)[] {
  const [of] = typeof column === 'object' && 'fields' in column ? column.fields.values() : []
  const struct = typeof of === 'object' && 'fields' in of ? of : undefined
  const values = listIn(struct, VALUES)
  const nulls = bytesIn(struct, NULLS)
  if (!values || !nulls) throw new Error('the server answered with what is no column')
  return values.map((value, i) => (((nulls[i >> 3] ?? 0) >> (i & 7)) & 1 ? null : written(value)))
}

const written = (value: ThriftValue): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
