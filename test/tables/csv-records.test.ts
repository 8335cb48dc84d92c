import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvRecords } from '../../src/tables/csv-records.ts'
import { random } from '../core/drift/random.ts'

const located = { name: 'table.csv', absolute: '/nowhere/table.csv' }

/** A table as text: some plain, some with quotes, separators and line breaks in cells, in LF or CRLF, ended or not. */
function table(uniform: () => number): string {
  const pick = (...options: string[]) => options[Math.floor(uniform() * options.length)] ?? ''
  const quoted = uniform() < 0.6
  const end = pick('\n', '\r\n')
  const cell = () => {
    const plain = pick('', 'a', 'grün', '😀', '-1.5', ' x ', 'a\rb', '#')
    if (!quoted || uniform() < 0.8) return plain
    return `"${plain}${pick('', ',', '""', '\n', '\r\n', '"",""\n')}"`
  }
  const width = 1 + Math.floor(uniform() * 4)
  const rows = Array.from({ length: Math.floor(uniform() * 30) + 1 }, () =>
    Array.from({ length: width }, cell).join(','),
  )
  return rows.join(end) + pick('', end)
}

async function* inPieces(bytes: Uint8Array, uniform: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + Math.floor(uniform() * 40)
    yield bytes.subarray(at, at + size)
    at += size
  }
}

it('gives the cells that csv-parse gives, and the line each row starts on, however the bytes come', async () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { uniform } = random(seed)
    const text = table(uniform)
    const expected: string[][] = parse(text, { record_delimiter: ['\r\n', '\n'], relax_column_count: true })
    const rows = []
    for await (const batch of csvRecords(located, ',', inPieces(Buffer.from(text), uniform))) rows.push(...batch)
    expect(
      rows.map(({ cells }) => cells),
      JSON.stringify(text),
    ).toEqual(expected)

    let line = 1
    for (const [i, cells] of expected.entries()) {
      expect(rows[i]?.line, `row ${i} of ${JSON.stringify(text)}`).toBe(line)
      line += 1 + cells.join('').split('\n').length - 1
    }
  }
})
