import type { FileMetaData } from 'hyparquet'
import type { Located } from '../../files/locate.ts'
import { MAX_FOOTER, MAX_GROUP_BYTES, MAX_GROUP_ROWS } from './limits.ts'
import { extentOf } from './pages/chunk-pages.ts'
import { contradicted, damaged, tooLarge } from './refusing.ts'

/** Rows of a group, and the number of its first row from 0. */
export interface RowGroup {
  readonly first: number
  readonly rows: number
}

/** The footer's length is the file's own word for it. */
export function refuseOutside(size: number, tail: ArrayBuffer): void {
  const bytes = Buffer.from(tail)
  if (bytes.length < 8 || bytes.toString('latin1', 4) !== 'PAR1') throw new Error('its end is missing')
  const footer = bytes.readUInt32LE(0)
  if (footer > MAX_FOOTER || footer + 12 > size) throw new Error(`its footer has ${footer} bytes, more than it can`)
}

/** The groups of rows of a footer that does not contradict itself, the file's size or the limits; no page is read for it. */
export function checkFooter(
  file: Located & { readonly size: number },
  { row_groups, num_rows, schema }: FileMetaData,
): RowGroup[] {
  const groups: RowGroup[] = []
  // Of these there are as many values as lists hold.
  const repeated = new Set(
    schema.flatMap(({ repetition_type, name }) => (repetition_type === 'REPEATED' ? [name] : [])),
  )
  let first = 0
  for (const [group, { num_rows, total_byte_size, columns }] of row_groups.entries()) {
    const rows = Number(num_rows)
    if (!(rows >= 0)) throw damaged(file, `row group ${group} has ${num_rows} rows`)
    if (rows > MAX_GROUP_ROWS || Number(total_byte_size) > MAX_GROUP_BYTES) throw tooLarge(file)
    groups.push({ first, rows })
    first += rows
    for (const { meta_data } of columns) if (meta_data) checkColumn(group, rows, meta_data)
  }
  if (first !== Number(num_rows)) throw damaged(file, `it says ${num_rows} rows and holds ${first}`)
  return groups

  function checkColumn(group: number, rows: number, metadata: NonNullable<Columns[number]['meta_data']>): void {
    const { path_in_schema: path, num_values, total_uncompressed_size, statistics } = metadata
    const where = `column ${JSON.stringify(path.join('.')).slice(0, 80)} of row group ${group} (the first is 0)`
    const { start, end } = extentOf(metadata)
    if (!(start >= 4 && end >= start && end <= file.size)) throw damaged(file, `${where} lies outside the file`)
    if (!(Number(total_uncompressed_size) <= MAX_GROUP_BYTES)) throw tooLarge(file)
    const [values, nulls] = [Number(num_values), Number(statistics?.null_count ?? 0)]
    if (path.length === 1 && !repeated.has(path[0] ?? '') && values !== rows)
      throw contradicted(file, where, `num_values is ${values}, and num_rows is ${rows}`)
    if (nulls > values) throw contradicted(file, where, `null_count is ${nulls}, and num_values is ${values}`)
  }
}

type Columns = FileMetaData['row_groups'][number]['columns']
