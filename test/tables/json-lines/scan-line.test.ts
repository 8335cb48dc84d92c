import { expect, it } from 'vitest'
import { BLANK, NO_OBJECT, noPairs, scanLine } from '../../../src/tables/json-lines/scan-line.ts'
import { keyOf } from '../../../src/tables/json-lines/scan-lines.ts'
import { writtenText } from '../../../src/tables/json-lines/written-text.ts'
import { random } from '../../core/drift/random.ts'

/** What an object's cells are, as the scanner finds them in its line. */
function scanned(line: string): [key: string, cell: string][] | 'blank' | 'no object' {
  const bytes = Buffer.from(`${line}\n`)
  const pairs = noPairs()
  const next = scanLine(bytes, 0, pairs)
  if (next === BLANK) return 'blank'
  if (next === NO_OBJECT) return 'no object'
  expect(next).toBe(bytes.length)
  return Array.from({ length: pairs.count }, (_, pair) => {
    const [start = 0, end = 0] = pairs.places.subarray(4 * pair + 2, 4 * pair + 4)
    const written = bytes.toString('utf8', start, end < 0 ? ~end : end)
    return [keyOf(bytes, pairs, pair), end < 0 ? writtenText(written) : written]
  })
}

/** The same by JSON.parse, which keeps the last of repeated keys. */
function parsed(line: string): Map<string, string> | 'blank' | 'no object' {
  if (/^[ \t\r]*$/.test(line)) return 'blank'
  try {
    const value: unknown = JSON.parse(line, (_: string, inner: unknown, context?: { source?: string }) =>
      typeof inner === 'number' ? { written: context?.source } : inner,
    )
    if (typeof value !== 'object' || value === null || Array.isArray(value) || 'written' in value) return 'no object'
    const plain: unknown = JSON.parse(line)
    return new Map(Object.entries(value).map(([key, cell]) => [key, cellOf(cell, Object(plain)[key])]))
  } catch {
    return 'no object'
  }
}

function cellOf(cell: unknown, plain: unknown): string {
  if (cell === null) return ''
  if (typeof plain === 'number') return Object(cell).written
  return typeof cell === 'string' ? cell : JSON.stringify(plain)
}

/** JSON made by chance, written in any of its ways. */
function json(uniform: () => number, depth = 0): string {
  const pick = (...options: string[]) => options[Math.floor(uniform() * options.length)] ?? ''
  const blank = () => (uniform() < 0.2 ? pick(' ', '\t', '\r', '  ') : '')
  const string = () =>
    `"${Array.from({ length: Math.floor(uniform() * 6) }, () => pick('a', 'grün', '😀', '\\n', '\\"', '\\\\', '\\u00e9', '\\ud83d\\ude00', ',', '{', ']', '/', '\\/')).join('')}"`
  const value = (): string => {
    const kind = uniform()
    if (kind < 0.3) return string()
    if (kind < 0.6) return pick('0', '-0', '1.50', '12345678901234567890', '1e5', '-2.5E-3', '7', '3E+2')
    if (kind < 0.8 || depth > 2) return pick('true', 'false', 'null')
    if (kind < 0.9) return json(uniform, depth + 1)
    return `[${blank()}${Array.from({ length: Math.floor(uniform() * 3) }, value).join(`${blank()},${blank()}`)}${blank()}]`
  }
  const pairs = Array.from(
    { length: Math.floor(uniform() * 5) },
    (_, i) => `${blank()}"k${i}${pick('', 'é', '\\u0041')}"${blank()}:${blank()}${value()}${blank()}`,
  )
  return `${blank()}{${blank()}${pairs.join(',')}}${blank()}`
}

it('objects have the cells that JSON.parse gives, and what it refuses is none', () => {
  const { uniform } = random(17)
  let refused = 0
  for (let i = 0; i < 60_000; i++) {
    let line = json(uniform)
    for (let faults = Math.floor(uniform() * 3); faults > 0; faults--) {
      const at = Math.floor(uniform() * line.length)
      const mark = '"{}[],:\\0-.eEtn \t'.charAt(Math.floor(uniform() * 16))
      line = line.slice(0, at) + (uniform() < 0.5 ? mark : '') + line.slice(at + (uniform() < 0.5 ? 1 : 0))
    }
    // Half a character is none in UTF-8.
    line = line.toWellFormed()
    const expected = parsed(line)
    const found = scanned(line)
    if (typeof expected === 'string') refused += 1
    expect(typeof found === 'string' ? found : new Map(found), line).toEqual(expected)
  }
  expect(refused).toBeGreaterThan(10_000)
})

it('has room for many keys', () => {
  const cells = Array.from({ length: 1000 }, (_, i): [string, string] => [`k${i}`, `${i}`])
  expect(scanned(JSON.stringify(Object.fromEntries(cells)))).toEqual(cells)
})
