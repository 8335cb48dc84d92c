import type { FindRows, ShownRow } from '../../core/tables/shown-rows.ts'
import type { Located } from '../../files/locate.ts'
import { openParquet } from './parquet-file.ts'
import { readRows } from './read-rows.ts'

/** Finds rows by their lines: those of a group of rows are decoded at once. */
export const findRows =
  (file: Located & { readonly size: number }): FindRows =>
  async lines => {
    const found: ShownRow[] = []
    const opened = await openParquet(file)
    try {
      for (const { first, rows } of opened.groups) {
        const own = lines.filter(line => line > first && line <= first + rows)
        const [least, greatest] = [own[0], own.at(-1)]
        if (least === undefined || greatest === undefined) continue
        const between = await readRows(opened, least - 1, greatest)
        found.push(...own.flatMap(line => between[line - least] ?? []))
      }
    } finally {
      await opened.close()
    }
    return found
  }
