import { expect, it } from 'vitest'
import type { Check } from '../../src/core/evidence.ts'
import { placeRuns, runText } from '../../src/report/place-runs.ts'
import { section } from '../../src/report/section.ts'
import { terminalLines } from '../../src/report/terminal.ts'
import { failingOn } from './failing-on.ts'

const at = (line: number, column = 'score') => ({ file: 'predictions.csv', line, column })
const texts = (places: Parameters<typeof placeRuns>[0]) => placeRuns(places).map(runText)

it('tells lines of which the same is said together, those in a row as a range', () =>
  expect(texts([5, 6, 7, 12, 14, 15].map(line => at(line)))).toEqual(['predictions.csv:5–7, 12, 14–15 (score)']))

it('keeps apart what is not alike', () =>
  expect(
    texts([
      at(5),
      at(6, 'label'),
      { ...at(7), note: 'the id of line 3 again' },
      { file: 'predictions.csv' },
      at(8),
      { ...at(9), value: 'x' },
    ]),
  ).toEqual([
    'predictions.csv:5, 8 (score)',
    'predictions.csv:6 (label)',
    'predictions.csv:7 (score, the id of line 3 again)',
    'predictions.csv',
    "predictions.csv:9 (score 'x')",
  ]))

const empty = (locations: Check['locations']): Check => ({
  id: 'scores',
  title: 'Every score is a number',
  status: 'fail',
  reason: 'Expected numbers but found 3 empty',
  hint: 'Fill them in',
  ...(locations ? { locations } : {}),
})

it('links the lines of empty cells once, to the first of them', () => {
  const evidence = failingOn([empty([at(5), at(6), at(9)])])
  expect(section(evidence)).toContain(
    '[`predictions.csv:5–6, 9 (score)`](https://github.com/acme/credit/blob/c0ffee/predictions.csv?plain=1#L5-L6)',
  )
  expect(terminalLines(evidence).map(({ text }) => text.trim())).toContain('predictions.csv:5–6, 9 (score)')
})

it('tells rows with an empty cell and a key in a table', () => {
  const keyed = [4, 9].map(line => ({ ...at(line), key: [{ column: 'id', value: `c${line}` }] }))
  expect(section(failingOn([empty(keyed)]))).toContain(
    [
      '| Line of [`predictions.csv`](https://github.com/acme/credit/blob/c0ffee/predictions.csv?plain=1#L4) | id |',
      '| ---: | :--- |',
      '| 4 | `c4` |',
      '| 9 | `c9` |',
    ].join('\n'),
  )
})
