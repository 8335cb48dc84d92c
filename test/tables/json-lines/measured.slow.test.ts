import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { showRows } from '../../../src/core/tables/shown-rows.ts'
import type { Row } from '../../../src/ports.ts'
import { localTables } from '../../../src/tables/local-tables.ts'
import { random } from '../../core/drift/random.ts'
import { sha256 } from '../../harness/sha256.ts'

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
        arguments: { properties: [id, text] }
        mustBe: 0
    properties:
      - name: id
        logicalType: integer
        required: true
        unique: true
        logicalTypeOptions: { minimum: 0, maximum: 15000 }
      - name: text
        logicalType: string
        logicalTypeOptions: { pattern: '^[a-z ,"\\n]+$', maxLength: 8 }
      - { name: amount, logicalType: number }
      - { name: list, logicalType: string }
`

/** The same rows as JSON Lines and as CSV. */
function tables(rows: number): { readonly jsonl: string; readonly csv: string } {
  const { uniform } = random(4)
  const pick = (...options: string[]) => options[Math.floor(uniform() * options.length)] ?? ''
  const all = Array.from({ length: rows }, (_, i) => ({
    id: uniform() < 0.01 ? 7 : i,
    text: pick('abc', 'grün', 'a,b', 'say "x"', '', 'line\nbreak', 'longer than that', 'far longer '.repeat(400)),
    amount: pick('1.50', '12', '-3e2', '0.1', ''),
    list: pick('[1,2]', '{"a":"b,c"}', ''),
  }))
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return {
    jsonl: all
      .map(
        ({ id, text, amount, list }) =>
          `{"id":${id},"text":${JSON.stringify(text)},"amount":${amount || 'null'}${list && `, "list": ${list}`}}\n`,
      )
      .join(''),
    csv: [
      'id,text,amount,list',
      ...all.map(({ id, text, amount, list }) => [`${id}`, text, amount, list].map(cell).join(',')),
    ].join('\n'),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'proofmark-jsonl-'))
const { jsonl, csv } = tables(20_000)
writeFileSync(join(folder, 't.jsonl'), jsonl)
writeFileSync(join(folder, 't.jsonl.gz'), gzipSync(jsonl))
writeFileSync(join(folder, 't.csv'), csv)

async function answerTo(name: string, workers: number) {
  const job = { file: 't', contract: { name: 'c.yaml', text: CONTRACT }, asOf: 0, others: [] }
  const { run, find, read, header } = await localTables(folder, workers).measure(name, job, { progress: () => {} })
  const { checks, columns } = await showRows(run.answer, { find, sha256, ...(read ? { read } : {}) })
  return { header, columns, checks: checks.map(({ locations: _, hint: __, ...check }) => check) }
}

describe('JSON Lines', () => {
  it('are judged as the same table in CSV is, by any number of workers, compressed or not', async () => {
    const expected = await answerTo('t.jsonl', 1)
    expect(statSync(join(folder, 't.jsonl')).size).toBeGreaterThan(8 * 1024 * 1024)
    expect(await answerTo('t.jsonl', 3)).toEqual(expected)
    expect(await answerTo('t.jsonl.gz', 1)).toEqual(expected)
    // Its rows stand on other lines and at other places, so its profile is of another sample.
    const { header, checks } = await answerTo('t.csv', 1)
    expect({ header, checks }).toEqual({ header: expected.header, checks: expected.checks })
    expect(checks.filter(({ status }) => status === 'fail').length).toBeGreaterThan(3)
  })

  it('have the rows of the same table in CSV', async () => {
    const rowsOf = async (name: string) => {
      const rows: Row['cells'][] = []
      for await (const batch of (await localTables(folder).open(name)).batches) {
        rows.push(...batch.map(({ cells }) => cells))
      }
      return rows
    }
    expect(await rowsOf('t.jsonl')).toEqual(await rowsOf('t.csv'))
  })
})
