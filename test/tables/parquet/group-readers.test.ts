import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cells } from '../../../src/core/tables/batch.ts'
import { textBatch } from '../../../src/core/tables/text-batch.ts'
import { logicalTypeOf } from '../../../src/core/tables/types/logical-type-of.ts'
import { groupReaders } from '../../../src/tables/parquet/group-readers.ts'
import { openParquet } from '../../../src/tables/parquet/parquet-file.ts'

const FIXTURES = 'test/fixtures/tables'
const files = readdirSync(FIXTURES).filter(name => name.endsWith('.parquet'))

const READERS = (['number', 'integer', 'date', 'timestamp', 'boolean'] as const).flatMap(name =>
  [{}, { timezone: true }, { timezone: false }].flatMap(options => {
    const reader = logicalTypeOf(name).reader(options)
    return reader && 'read' in reader ? [reader] : []
  }),
)

const looked = (cells: Cells, rows: number) => {
  const { codes, hashes } = cells
  return {
    texts: Array.from({ length: rows }, (_, row) => cells.text(row)),
    empty: [...cells.empty],
    a: [...hashes.a],
    b: [...hashes.b],
    c: [...hashes.c],
    values: READERS.map(reader => [...cells.values(reader)]),
    coded: codes ? Array.from(codes.of, code => codes.texts[code]) : undefined,
  }
}

/** hyparquet reads the same columns whole, and what it gives is written as text. */
describe.each(files)('%s', name => {
  it.each([7, 4096])('has the cells that the texts of its values have, %d rows at a time', async most => {
    const absolute = resolve(FIXTURES, name)
    const opened = await openParquet({ name, absolute, size: statSync(absolute).size })
    try {
      for (const column of opened.columns) {
        const [reader] = await groupReaders(opened, [column])
        for (const [group, { first, rows }] of opened.groups.entries()) {
          const whole = await opened.read(column, first, first + rows)
          const texts = Array.from({ length: rows }, (_, row) => column.text(whole[row]))
          reader?.open(group)
          for (let at = 0; at < rows; at += most) {
            const count = Math.min(most, rows - at)
            const cells = await reader?.next(count)
            const own = texts.slice(at, at + count)
            const expected = looked(textBatch(own.map((text, i) => ({ line: i + 1, cells: [text] }))).cells(0), count)
            const found = cells && looked(cells, count)
            expect({ column: column.name, ...found }).toEqual({
              column: column.name,
              ...expected,
              coded: found?.coded && own,
            })
          }
          await reader?.end()
        }
      }
    } finally {
      await opened.close()
    }
  })
})
