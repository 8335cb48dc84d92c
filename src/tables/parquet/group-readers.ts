import type { Cells } from '../../core/tables/batch.ts'
import { startKernel } from '../text/kernel/kernel.ts'
import type { ColumnReader } from './cells/column-reader.ts'
import { convertValues } from './cells/convert-values.ts'
import { isText } from './cells/is-text.ts'
import { nestedReader } from './cells/nested-reader.ts'
import { numberForm } from './cells/number-form.ts'
import { numberReader } from './cells/number-reader.ts'
import { textReader } from './cells/text-reader.ts'
import { valueReader } from './cells/value-reader.ts'
import type { ParquetColumn } from './columns-of.ts'
import type { FlatSource, ParquetFile } from './parquet-file.ts'

/** Readers of columns of a file, one for each, which take groups of rows by their numbers. */
export async function groupReaders(
  opened: ParquetFile,
  columns: readonly ParquetColumn[],
): Promise<ColumnReader<number>[]> {
  let kernel: ReturnType<typeof startKernel> | undefined
  const readers: ColumnReader<number>[] = []
  for (const column of columns) {
    const source = opened.flat(column)
    readers.push(source ? await flatReader(column, source) : nested(opened, column))
  }
  return readers

  async function flatReader(column: ParquetColumn, source: FlatSource): Promise<ColumnReader<number>> {
    const element = source.path.at(-1)?.element
    if (!element) throw new Error('a column is not in the schema')
    const form = numberForm(element)
    if (form) return byGroup(numberReader(column, form), source.pages)
    if (!isText(element)) return byGroup(valueReader(column, await convertValues(source.path)), source.pages)
    kernel ??= startKernel()
    return byGroup(textReader(kernel), source.pages)
  }
}

function nested({ groups, read }: ParquetFile, column: ParquetColumn): ColumnReader<number> {
  return byGroup(nestedReader(column), group => {
    const { first, rows } = groups[group] ?? { first: 0, rows: 0 }
    return () => read(column, first, first + rows)
  })
}

const byGroup = <Pages>(reader: ColumnReader<Pages>, pages: (group: number) => Pages): ColumnReader<number> => ({
  open: group => reader.open(pages(group)),
  next: (rows): Promise<Cells> => reader.next(rows),
  end: () => reader.end(),
})
