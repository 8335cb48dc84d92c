import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnCursor } from '../../../src/tables/parquet/column-cursor.ts'
import { openParquet } from '../../../src/tables/parquet/parquet-file.ts'

const FIXTURES = 'test/fixtures/tables'
const files = readdirSync(FIXTURES).filter(name => name.endsWith('.parquet'))

async function* pages(...lists: readonly (readonly number[] | Float64Array)[]) {
  yield* lists
}

describe('a cursor over the pages of a column', () => {
  it('gives the values in order, whatever the pages are', async () => {
    const { take } = columnCursor(pages([1, 2, 3], Float64Array.of(4), [], [5, 6, 7, 8]))
    expect(Array.from(await take(2))).toEqual([1, 2])
    expect(Array.from(await take(4))).toEqual([3, 4, 5, 6])
    expect(Array.from(await take(2))).toEqual([7, 8])
    await expect(take(1)).rejects.toThrow('a column ends 1 rows too early')
  })
})

describe('a cursor over a group of rows', () => {
  it.each(files)('gives what reading the group whole gives, whatever the stretch: %s', async name => {
    const absolute = resolve(FIXTURES, name)
    const opened = await openParquet({ name, absolute, size: statSync(absolute).size })
    try {
      for (const [group, { first, rows }] of opened.groups.entries()) {
        const whole = await opened.read(opened.columns, first, first + rows)
        const { take } = await opened.cursor(opened.columns, group)
        const found = opened.columns.map((): unknown[] => [])
        for (let at = 0; at < rows; at += 7) {
          const part = await take(Math.min(7, rows - at))
          for (const [column, values] of part.entries()) found[column]?.push(...Array.from(values))
        }
        expect(found).toEqual(whole.map(values => Array.from(values)))
      }
    } finally {
      await opened.close()
    }
  })
})
