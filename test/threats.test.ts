import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFENCES } from '../scripts/defences/defences.ts'

const DOCUMENT = readFileSync('docs/threats.md', 'utf8')

/** Rows of the tables under a heading, each by its cells. */
const rowsUnder = (heading: string): string[][] => {
  const [, section = ''] = DOCUMENT.split(`\n## ${heading}\n`)
  return (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(1)
    .map(line => line.slice(2, -2).split(' | '))
}

/** The tests that a cell names: file, and the groups and the test by their titles. */
const testsIn = (cell = '') =>
  cell.split('<br>').map(named => {
    const [, file = '', titles = ''] = /^`(test\/[^`]+\.ts)`: “(.+)”$/.exec(named) ?? []
    return { file, titles: titles.split(' › ') }
  })

/** The titles that are not those of a group or a test in a file, each to be found after the one before. */
function missing(file: string, titles: readonly string[]): readonly string[] {
  if (!existsSync(file)) return [file]
  let rest = readFileSync(file, 'utf8')
  return titles.filter(title => {
    const at = ["'", '"', '`'].map(quote => rest.search(called(`${quote}${title}${quote},`))).find(found => found >= 0)
    rest = rest.slice(at ?? 0)
    return at === undefined
  })
}

/** A title where a function is called with it first: `it('…',`. */
const called = (title: string) => new RegExp(`\\(\\s*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

it('has the 24 attacks on the record, each once', () => {
  const rows = rowsUnder('Attacks on the record')
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 24 }, (_, n) => `${n + 1}`))
  expect(new Set(rows.map(([, attack]) => attack)).size).toBe(24)
})

describe.each(['Attacks on the record', 'Further bad input', 'Who can write to the log’s branch but has not its key'])(
  '%s',
  heading => {
    const rows = rowsUnder(heading.replace('’', "'"))

    it('is a table', () => expect(rows.length).toBeGreaterThan(8))

    it.each(rows.map(row => [row.at(-3) ?? '', row.at(-1)]))('%s: is shown by tests that are there', (_, cell) => {
      for (const { file, titles } of testsIn(cell))
        expect({ file, missing: missing(file, titles) }).toEqual({ file, missing: [] })
    })
  },
)

describe('how each defence is switched off, to see its test fail (scripts/switch-off.ts)', () => {
  it('is written for all of the 24 attacks', () => {
    const attacks = [...new Set(DEFENCES.map(({ attack }) => attack))]
    expect(attacks).toEqual(Array.from({ length: 24 }, (_, n) => n + 1))
  })

  it.each(DEFENCES)('$attack: $what', ({ edits, test }) => {
    expect(existsSync(test)).toBe(true)
    for (const { file, find } of edits)
      expect({ find, times: readFileSync(file, 'utf8').split(find).length - 1 }).toEqual({ find, times: 1 })
  })
})
