import type { FileMetaData, SchemaElement } from 'hyparquet'
import type { Located } from '../../files/locate.ts'
import { type ColumnText, columnText, isDateColumn } from './column-text.ts'
import { damaged } from './refusing.ts'

export interface ParquetColumn {
  readonly name: string
  readonly text: ColumnText
  /** Whether its values are days. */
  readonly isDate: boolean
}

/** The columns of a file, nested ones as one each. */
export function columnsOf(file: Located, { schema }: FileMetaData): ParquetColumn[] {
  const [root, ...elements] = schema
  const columns: ParquetColumn[] = []
  // Below a column's own element stand those it is made of, where it is nested.
  for (let i = 0; i < elements.length; ) {
    const element = elements[i]
    if (!element) break
    columns.push({ name: element.name, text: columnText(element), isDate: isDateColumn(element) })
    i += descendants(elements, i) + 1
  }
  if (!root || columns.length === 0 || columns.length !== (root.num_children ?? 0)) {
    throw damaged(file, 'its schema does not add up')
  }
  return columns
}

function descendants(elements: readonly SchemaElement[], at: number): number {
  let count = 0
  for (let children = elements[at]?.num_children ?? 0; children > 0; children--) {
    if (at + count + 1 >= elements.length) return count
    count += descendants(elements, at + count + 1) + 1
  }
  return count
}
