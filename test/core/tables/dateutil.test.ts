import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeDateutil } from '../../../src/core/tables/dateutil/judge-dateutil.ts'

/** Written by scripts/make-dateutil-vectors.py. */
const vectors = readFileSync('test/fixtures/dateutil.tsv', 'utf8')
  .split('\n')
  .filter(line => /^[01]\t/.test(line))
  .map(line => ({ parses: line.startsWith('1'), text: line.slice(2) }))

describe('beside python-dateutil', () => {
  it('what is decided is decided as it decides', () => {
    const wrong = vectors.filter(({ parses, text }) => judgeDateutil(text) === (parses ? 'fail' : 'pass'))
    expect(wrong).toEqual([])
  })

  it('most of its texts are decided, though they are odd, and of both kinds', () => {
    const decided = vectors.filter(({ text }) => judgeDateutil(text) !== 'undecided')
    expect(vectors.length).toBe(4000)
    expect(decided.length / vectors.length).toBeGreaterThan(0.6)
    expect(decided.filter(({ parses }) => parses).length).toBeGreaterThan(1000)
    expect(decided.filter(({ parses }) => !parses).length).toBeGreaterThan(800)
  })
})

it.each([
  '2020-01-02',
  '2020-01-02T03:04:05.678Z',
  '2020-01-02 03:04:05+01:00',
  '20200102T030405',
  '02/01/2020',
  '31/12/2020',
  '01.02.2020 10:30',
  '2 January 2020',
  'Jan 2, 2020 10:30 PM',
  'Thu, 02 Jan 2020 10:30:00 GMT',
  '02-Jan-20',
  '2020',
  '10:30',
])('%s is a date', text => expect(judgeDateutil(text)).toBe('pass'))

it.each(['2020-02-30', '2021-02-29', '13/13/2020', '24:00', '2020-01-02 25:00', 'hello', 'a@b.c', '1609459200', '0'])(
  '%s is none',
  text => expect(judgeDateutil(text)).toBe('fail'),
)

it.each([
  'Feb 29',
  '31',
  'Jan of whatever',
  '10h30',
  '3.14',
  '２０２０-01-02',
  ' 2020-01-02',
  '10:30 Jan 2 2020',
  '20200102246060 10:30',
])('%s is left undecided', text => expect(judgeDateutil(text)).toBe('undecided'))
