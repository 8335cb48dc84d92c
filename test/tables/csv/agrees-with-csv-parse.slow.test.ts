import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { showRows } from '../../../src/core/tables/shown-rows.ts'
import type { Row } from '../../../src/ports.ts'
import { takeHeader } from '../../../src/tables/csv/take-header.ts'
import type { ByteSource } from '../../../src/tables/text/byte-source.ts'
import { hashedReader } from '../../../src/tables/text/hashed-reader.ts'
import { measureText } from '../../../src/tables/text/measure-text.ts'
import { openText } from '../../../src/tables/text/open-text.ts'
import type { TextFile } from '../../../src/tables/text/text-file.ts'
import { random } from '../../core/drift/random.ts'
import { sha256 } from '../../harness/sha256.ts'

/** A table as text: some plain, some with quotes, separators and line breaks in cells, in LF or CRLF, ended or not. */
function table(uniform: () => number): string {
  const pick = (...options: string[]) => options[Math.floor(uniform() * options.length)] ?? ''
  const quoted = uniform() < 0.6
  const end = pick('\n', '\r\n')
  const cell = () => {
    const plain = pick('', 'a', 'grün', '😀', '-1.5', ' x ', 'a\rb', '#', '12', '2024-02-29')
    if (!quoted || uniform() < 0.8) return plain
    return `"${plain}${pick('', ',', '""', '\n', '\r\n', '"",""\n')}"`
  }
  const width = 2 + Math.floor(uniform() * 3)
  const header = Array.from({ length: width }, (_, i) => `c${i}`).join(',')
  const rows = Array.from({ length: Math.floor(uniform() * 30) + 1 }, () =>
    Array.from({ length: width }, cell).join(','),
  )
  return [header, ...rows].join(end) + pick('', end)
}

/** The bytes in pieces of any size, as if they came from a slow pipe. */
const inPieces = (bytes: Uint8Array, uniform: () => number): ByteSource => ({
  async open(from) {
    let at = from
    return {
      async read(target) {
        const size = Math.min(target.length, 1 + Math.floor(uniform() * 40), bytes.length - at)
        target.set(bytes.subarray(at, at + size))
        at += size
        return size
      },
      close: async () => {},
    }
  },
})

const fileOf = (text: string, uniform: () => number) => {
  const source = inPieces(Buffer.from(text), uniform)
  const file: TextFile = {
    name: 't.csv',
    source,
    form: { is: 'csv', separator: 0x2c },
    begin: segments => takeHeader(file, 0x2c, segments),
  }
  return { file, reader: async () => hashedReader(await source.open(0)) }
}

const expectedOf = (text: string): string[][] =>
  parse(text, { record_delimiter: ['\r\n', '\n'], relax_column_count: true }).slice(1)

describe('tables made by chance', () => {
  it('have the cells that csv-parse gives, and the lines on which their rows start, however the bytes come', async () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { uniform } = random(seed)
      const text = table(uniform)
      const { file, reader } = fileOf(text, uniform)
      const rows: Row[] = []
      const opened = await openText(file, await reader())
      for await (const batch of opened.batches) rows.push(...batch)
      const expected = expectedOf(text)
      expect(
        rows.map(({ cells }) => cells),
        JSON.stringify(text),
      ).toEqual(expected)
      let line = 2
      for (const [i, cells] of expected.entries()) {
        expect(rows[i]?.line, `row ${i} of ${JSON.stringify(text)}`).toBe(line)
        line += cells.join('').split('\n').length
      }
      expect(opened.material('data').digest.sha256).toBe(sha256(text))
    }
  })

  it('are measured alike in segments of any size', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const { uniform } = random(seed)
      const text = table(uniform)
      const answers = []
      for (const segment of [1 << 20, 16, 5 + Math.floor(uniform() * 60)]) {
        const { file, reader } = fileOf(text, uniform)
        const job = { file: 't.csv', contract: { name: 'c.yaml', text: CONTRACT }, asOf: 0, others: [] }
        const { run, find, material } = await measureText(
          file,
          await reader(),
          job,
          { workers: 0, segment },
          { progress: () => {} },
        )
        answers.push({ ...(await showRows(run.answer, { find, sha256 })), material: material('data') })
      }
      expect(answers[1], JSON.stringify(text)).toEqual(answers[0])
      expect(answers[2], JSON.stringify(text)).toEqual(answers[0])
      expect(answers[0]?.material.rows).toBe(expectedOf(text).length)
    }
  })
})

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    quality:
      - metric: duplicateValues
        arguments: { properties: [c0, c1] }
        mustBe: 0
    properties:
      - name: c0
        logicalType: integer
        required: true
        unique: true
        primaryKey: true
        logicalTypeOptions: { minimum: 0 }
      - name: c1
        logicalType: string
        primaryKey: true
        classification: restricted
        logicalTypeOptions: { pattern: '^[a-z]+$', maxLength: 3 }
        quality:
          - metric: invalidValues
            arguments: { validValues: [a, 'a,', grün] }
            mustBe: 0
`
