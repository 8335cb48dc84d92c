import type { ColumnMetaData } from 'hyparquet'
import { contradiction } from '../statistics/contradiction.ts'
import { startObserver } from '../statistics/observed.ts'
import { orderOf } from '../statistics/order-of.ts'
import { chunkPages, type Slice } from './chunk-pages.ts'
import { type DataPage, dataPage, dictionaryPage, type FlatColumn, memoryOf } from './data-page.ts'
import { release } from './release.ts'
import type { StoredValues } from './stored-values.ts'

/** A column that is not nested, in a group of rows. */
export interface FlatChunk extends FlatColumn {
  readonly metadata: ColumnMetaData
  readonly rows: number
  /** The error of what the footer says of it, and its pages do not. */
  contradicted(found: string): Error
}

/** The values of a column of a group of rows, page by page: those of a page are gone with the next. Whoever goes through all of them knows that what the footer says of them is true. */
export async function* flatPages(chunk: FlatChunk, slice: Slice): AsyncGenerator<DataPage> {
  const { metadata, rows, element } = chunk
  const { add, observed } = startObserver(orderOf(element))
  let dictionary: StoredValues | undefined
  let left = rows
  for await (const { header, body, release: drop } of chunkPages(metadata, slice)) {
    if (header.type === 'INDEX_PAGE') continue
    if (header.type === 'DICTIONARY_PAGE') {
      if (dictionary) throw new Error('a second dictionary')
      dictionary = dictionaryPage(header, await body(), chunk)
      drop()
      continue
    }
    const { num_values = 0 } = header.data_page_header ?? header.data_page_header_v2 ?? {}
    if (num_values > left) throw chunk.contradicted(`num_rows is ${rows}, and its pages hold more rows`)
    const page = await dataPage(header, await body(), chunk, dictionary, left)
    if (!page.isStored) drop()
    left -= page.rows
    add(page)
    if (page.rows > 0) yield page
    page.release()
  }
  if (left > 0) throw chunk.contradicted(`num_rows is ${rows}, and its pages hold ${rows - left} rows`)
  const found = contradiction(metadata.statistics, observed(), element)
  if (dictionary) release(...memoryOf(dictionary))
  if (found !== undefined) throw chunk.contradicted(found)
}

/** Counts the rows that the pages of a column say they hold, none of which is decoded, and holds the footer to it. */
export async function countRows({ metadata, rows, contradicted }: FlatChunk, slice: Slice): Promise<void> {
  let count = 0
  for await (const { header } of chunkPages(metadata, slice, HEADER))
    count += (header.data_page_header ?? header.data_page_header_v2)?.num_values ?? 0
  if (count !== rows) throw contradicted(`num_rows is ${rows}, and its pages hold ${count} rows`)
}

/** Bytes that are read for a header alone. */
const HEADER = 4096
