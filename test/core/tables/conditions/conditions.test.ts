import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../../src/core/tables/conditions/columns-of.ts'
import { evaluate } from '../../../../src/core/tables/conditions/evaluate.ts'
import { isFault, parseCondition } from '../../../../src/core/tables/conditions/parse-condition.ts'
import { textBatch } from '../../../../src/core/tables/text-batch.ts'
import * as types from '../../../../src/core/tables/types/index.ts'
import { aColumn } from '../a-column.ts'

const columns = [
  aColumn('n', types.number, 0),
  aColumn('m', types.integer, 1),
  aColumn('text', types.string, 2),
  aColumn('day', types.date, 3),
  aColumn('flag', types.boolean, 4),
]
const ROWS = [
  ['1.5', '2', 'abc', '2024-01-31', 'true'],
  ['', '5', "it's", '2024-02-01', 'false'],
  ['-3', '', '', '', ''],
]
const batch = textBatch(ROWS.map((cells, i) => ({ line: i + 2, cells })))

/** For each row: t, f, or ? where a null decides. */
function truths(source: string): string {
  const condition = parseCondition(source)
  if (isFault(condition)) return `${condition.fault} at ${condition.at}`
  const found = evaluate(condition, batch, name => columns.find(column => column.name === name))
  return Array.from(found, truth => 'ft?'[truth]).join('')
}

describe('a condition', () => {
  it.each([
    // Three-valued logic, as SQL has it (ISO/IEC 9075-2, 8.1 and 6.39).
    ['n > 0', 't?f'],
    ['not n > 0', 'f?t'],
    ['n > 0 or m = 5', 'ttf'.replace('f', '?')],
    ['n > 0 and m = 5', 'f?f'],
    ['n is null', 'ftf'],
    ['n is not null and m is not null', 'tff'],
    ['n + m * 2 >= 5.5', 't??'],
    ['(n + m) * 2 = 7', 't??'],
    ['m / 0 = 1', '???'],
    ['m % 2 = 1', 'ft?'],
    ['-m < 0', 'tt?'],
    ["text = 'abc'", 'tf?'],
    ["text <> 'it''s'", 'tf?'],
    ["text in ('abc', 'it''s')", 'tt?'],
    ['m not in (2, 3)', 'ft?'],
    ["text like 'a%'", 'tf?'],
    ["text not like '__c'", 'ft?'],
    ["day > '2024-01-31'", 'ft?'],
    ["day between '2024-01-01' and '2024-01-31'", 'tf?'],
    ['flag', 'tf?'],
    ['not flag', 'ft?'],
    ['flag = true', 'tf?'],
    ['"text" = \'abc\' AND "m" == 2', 'tff'.replace(/f$/, '?')],
    ['n < m', 't??'],
    ['1 < 2', 'ttt'],
    ['(((n > 0)))', 't?f'],
  ])('%s', (source, expected) => {
    expect(truths(source)).toBe(expected)
  })

  it.each([
    ['n >', 'expected a column, a number or a text but found its end at 4'],
    ['n > 0 n', 'expected and, or, or the end but found n at 7'],
    ['n', 'ttt'],
    ['n + 1', 'expected a comparison but found its end at 6'],
    ['n in ()', 'expected a column, a number or a text but found ) at 7'],
    ['n is 3', 'expected null but found 3 at 6'],
    ['n ; 3', 'expected a word, a number or a mark but found ; at 3'],
    ["text = 'open", "expected a word, a number or a mark but found ' at 8"],
    ['n like 3', 'expected a text in single quotes but found 3 at 8'],
    [`${'('.repeat(300)}n = 1${')'.repeat(300)}`, /at most 100 levels/],
    [`${'not '.repeat(300)}n = 1`, /at most 100 levels/],
  ])('that cannot be read says where: %s', (source, expected) => {
    const found = parseCondition(source)
    if (source === 'n') expect(found).toEqual({ is: 'true', value: { is: 'column', name: 'n' } })
    else expect(isFault(found) ? `${found.fault} at ${found.at}` : 'no fault').toMatch(expected)
  })

  it('names its columns', () => {
    const condition = parseCondition('a + "b c" > 1 and (d in (1, e) or not f is null)')
    expect(isFault(condition) ? [] : columnsOf(condition)).toEqual(['a', 'b c', 'd', 'e', 'f'])
  })
})
