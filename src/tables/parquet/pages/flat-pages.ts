import type { ColumnMetaData } from 'hyparquet'
import { contradiction } from '../statistics/contradiction.ts'
import { startObserver } from '../statistics/observed.ts'
import { orderOf } from '../statistics/order-of.ts'
import { type PageIndex, pageContradiction } from '../statistics/page-index.ts'
import { chunkPages, type Slice } from './chunk-pages.ts'
import { type DataPage, dataPage, dictionaryPage, type FlatColumn, memoryOf } from './data-page.ts'
import { release } from './release.ts'
import type { StoredValues } from './stored-values.ts'

/** A column that is not nested, in a group of rows. */
export interface FlatChunk extends FlatColumn {
  readonly metadata: ColumnMetaData
  readonly rows: number
  /** What is said of its pages one by one. */
  index(): Promise<PageIndex | undefined>
  /** The error of what the footer says of it, and its pages do not. */
  contradicted(found: string): Error
}

/** The values of a column of a group of rows, page by page: those of a page are gone with the next. Whoever goes through all of them knows that what the footer says of them is true. */
export async function* flatPages(chunk: FlatChunk, slice: Slice): AsyncGenerator<DataPage> {
  const { metadata, rows, element } = chunk
  const { add, observed } = startObserver(orderOf(element))
  let dictionary: StoredValues | undefined
  let left = rows
  let count = 0
  const index = await chunk.index()
  for await (const { header, at, body, release: drop } of chunkPages(metadata, slice)) {
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
    const wrong = index && pageContradiction(index, count, page, { offset: at, row: rows - left }, element)
    if (wrong !== undefined) throw chunk.contradicted(`of page ${count}, ${wrong}`)
    count += 1
    left -= page.rows
    add(page)
    if (page.rows > 0) yield page
    page.release()
  }
  if (left > 0) throw chunk.contradicted(`num_rows is ${rows}, and its pages hold ${rows - left} rows`)
  if ((index?.offsets?.page_locations.length ?? count) !== count || (index?.column?.length ?? count) !== count)
    throw chunk.contradicted(`its indexes have other pages than its ${count}`)
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
