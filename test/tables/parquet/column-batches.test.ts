import type { SchemaElement } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { textBatch } from '../../../src/core/tables/text-batch.ts'
import { logicalTypeOf } from '../../../src/core/tables/types/logical-type-of.ts'
import { columnBatches } from '../../../src/tables/parquet/column-batches.ts'
import { columnText, isDateColumn } from '../../../src/tables/parquet/column-text.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const COLUMNS: Record<string, [element: Partial<SchemaElement>, values: unknown[]]> = {
  numbers: [{}, [1.5, -0, 0, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, null, 3, 2 ** 53]],
  'whole numbers': [{}, [0n, -7n, 10n ** 15n, 10n ** 15n + 1n, 2n ** 62n, undefined]],
  texts: [{}, ['a', '', 'grün', '1.0', ' 1', '2024-02-29', '2024-02-29T10:00:00Z', null, 'a']],
  bytes: [{}, [new Uint8Array([1, 255]), new Uint8Array(), null]],
  days: [
    { converted_type: 'DATE' },
    [day('2024-02-29'), day('0001-01-01'), new Date(8.64e15), new Date(Number.NaN), null],
  ],
  times: [{}, [new Date(0), new Date(1_700_000_000_123), new Date(-8.64e15), new Date(Number.NaN)]],
  others: [{}, [true, false, [1, 'x'], { a: 1n }, [], null]],
}

describe.each(Object.entries(COLUMNS))('%s', (_, [element, values]) => {
  const text = columnText({ name: 'c', ...element })
  const column = { text, isDate: isDateColumn({ name: 'c', ...element }), values }
  const found = columnBatches(1, undefined)([column], 0, values.length, 1).cells(0)
  const same = textBatch(values.map((value, i) => ({ line: i + 1, cells: [text(value)] }))).cells(0)

  it('are empty, hashed and numbered as their texts are', () => {
    expect([...found.empty]).toEqual([...same.empty])
    expect(found.hashes).toEqual(same.hashes)
    const { codes } = found
    expect(Array.from(codes?.of ?? [], code => codes?.texts[code])).toEqual(values.map((_, row) => same.text(row)))
  })

  it.each(['number', 'integer', 'date', 'timestamp', 'boolean'] as const)('are read as their texts are: %s', name => {
    for (const options of [{}, { timezone: true }, { timezone: false }]) {
      const reader = logicalTypeOf(name).reader(options)
      if (!reader || !('read' in reader)) continue
      expect([...found.values(reader)]).toEqual([...same.values(reader)])
    }
  })
})
