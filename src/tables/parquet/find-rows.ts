import type { FindRows, ShownRow } from '../../core/tables/shown-rows.ts'
import type { Located } from '../../files/locate.ts'
import { groupBatches } from './group-batches.ts'
import { groupReaders } from './group-readers.ts'
import { openParquet, type ParquetFile } from './parquet-file.ts'

/** Finds rows by their lines: of groups that hold none nothing is read, and of others nothing becomes text but the rows. */
export const findRows =
  (file: Located & { readonly size: number }): FindRows =>
  async lines => {
    const opened = await openParquet(file)
    try {
      return await foundIn(opened, lines)
    } finally {
      await opened.close()
    }
  }

async function foundIn(opened: ParquetFile, lines: readonly number[]): Promise<ShownRow[]> {
  const found: ShownRow[] = []
  const readers = await groupReaders(opened, opened.columns)
  for (const [group, { first, rows }] of opened.groups.entries()) {
    const own = lines.filter(line => line > first && line <= first + rows)
    let at = 0
    if (own.length === 0) continue
    for await (const batch of groupBatches(opened, readers, group)) {
      for (let line = own[at]; line !== undefined && line < batch.first + batch.rows; line = own[++at]) {
        const row = line - batch.first
        found.push({ line, cells: batch.cells.map(({ text }) => text(row)) })
      }
      if (at === own.length) break
    }
  }
  return found
}
