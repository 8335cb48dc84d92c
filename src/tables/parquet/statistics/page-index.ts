import type { ColumnChunk, OffsetIndex, SchemaElement } from 'hyparquet'
import { z } from 'zod'
import type { Slice } from '../pages/chunk-pages.ts'
import type { DataPage } from '../pages/data-page.ts'
import { AS_STORED } from './as-stored.ts'
import { type Claims, contradiction } from './contradiction.ts'
import { startObserver } from './observed.ts'
import { orderOf } from './order-of.ts'

/** Bytes of an index. */
const MAX_INDEX = 64 * 1024 * 1024

/** By the ids of its fields in parquet.thrift. */
const ColumnIndex = z.object({
  field_1: z.array(z.boolean()),
  field_2: z.array(z.instanceof(Uint8Array)),
  field_3: z.array(z.instanceof(Uint8Array)),
  field_5: z.array(z.bigint()).optional(),
})

/** What the indexes of a column say of its pages (PageIndex.md of the Parquet format): readers skip pages by them. */
export interface PageIndex {
  readonly column: readonly PageBounds[] | undefined
  readonly offsets: OffsetIndex | undefined
}

interface PageBounds {
  readonly isNull: boolean
  readonly claims: Claims
}

/** Reads the indexes of a column of a group of rows; undefined where there are none. */
export async function readPageIndex(
  chunk: ColumnChunk,
  element: SchemaElement,
  slice: Slice,
): Promise<PageIndex | undefined> {
  const { column_index_offset, column_index_length, offset_index_offset, offset_index_length } = chunk
  if (column_index_offset === undefined && offset_index_offset === undefined) return undefined
  const { readOffsetIndex } = await import('hyparquet/src/indexes.js')
  const { deserializeTCompactProtocol } = await import('hyparquet/src/thrift.js')
  const { convertMetadata } = await import('hyparquet/src/metadata.js')
  const { DEFAULT_PARSERS } = await import('hyparquet/src/convert.js')
  const parsers = { ...DEFAULT_PARSERS, ...AS_STORED }
  const readAt = async (offset: bigint | undefined, length: number | undefined) => {
    if (offset === undefined || length === undefined) return undefined
    if (!(length >= 0 && length <= MAX_INDEX)) throw new Error(`an index of ${length} bytes`)
    const bytes = await slice(Number(offset), Number(offset) + length)
    return { view: new DataView(bytes.buffer), offset: 0 }
  }
  const column = await readAt(column_index_offset, column_index_length)
  const offsets = await readAt(offset_index_offset, offset_index_length)
  return {
    column: column && boundsOf(ColumnIndex.parse(deserializeTCompactProtocol(column))),
    offsets: offsets && readOffsetIndex(offsets),
  }

  function boundsOf({
    field_1: isNull,
    field_2: least,
    field_3: greatest,
    field_5: nulls,
  }: z.infer<typeof ColumnIndex>) {
    return isNull.map((isNull, page) => ({
      isNull,
      claims: {
        null_count: nulls?.[page],
        // Those of null pages are no values.
        ...(isNull ? {} : { min_value: boundOf(least[page]), max_value: boundOf(greatest[page]) }),
      },
    }))
  }

  function boundOf(bytes: Uint8Array | undefined): unknown {
    return convertMetadata(bytes, element, parsers)
  }
}

/** What the indexes say of a page and it does not bear out; undefined where they say nothing wrong. */
export function pageContradiction(
  { column, offsets }: PageIndex,
  number: number,
  page: DataPage,
  place: { readonly offset: number; readonly row: number },
  element: SchemaElement,
): string | undefined {
  const location = offsets?.page_locations[number]
  const isElsewhere =
    location && (Number(location.offset) !== place.offset || Number(location.first_row_index) !== place.row)
  if ((offsets && !location) || isElsewhere) return 'its offset index gives another place'
  if (!column) return undefined
  const bounds = column[number]
  if (!bounds) return 'its column index leaves it out'
  if (bounds.isNull && page.filled > 0) return 'its column index calls it a null page, and it has values'
  const observer = startObserver(orderOf(element))
  observer.add(page)
  const found = contradiction(bounds.claims, observer.observed(), element)
  return found && `by its column index ${found}`
}
