import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataValidate } from '../../src/commands/data-validate.ts'
import { compose } from '../../src/compose.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { decodeState, encodeState } from '../../src/core/tables/state-text.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shards-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const silent = { info: () => {}, warn: () => {}, progress: () => {} }
const validate = (data: object) =>
  dataValidate.find(Settings.parse({ data: { contract: 'c.yaml', ...data } }), compose(root, silent, {}), '.out')

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, name), content)

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    quality:
      - { type: custom, engine: proofmark, implementation: { expectation: expect_table_rows_to_be_unique } }
    properties:
      - name: id
        logicalType: integer
        unique: true
        primaryKey: true
        quality:
          - { type: custom, engine: proofmark, implementation: { expectation: expect_column_values_to_be_increasing } }
          - { type: custom, engine: proofmark, implementation: { expectation: expect_column_values_to_be_within_n_moving_stdevs, window: 10, threshold: 1.82 } }
      - name: x
        logicalType: number
        required: true
        logicalTypeOptions: { minimum: 0, maximum: 900 }
        quality:
          - { type: custom, engine: proofmark, implementation: { expectation: expect_column_median_to_be_between, max_value: 500 } }
          - { type: custom, engine: proofmark, implementation: { expectation: expect_column_stdev_to_be_between, max_value: 1 } }
          - { type: custom, engine: proofmark, implementation: { expectation: expect_column_unique_value_count_to_be_between, max_value: 3 } }
      - name: note
        logicalType: string
        logicalTypeOptions: { maxLength: 8 }
        primaryKey: true
        classification: pii
        quality:
          - { type: custom, engine: proofmark, implementation: { expectation: expect_column_value_lengths_mean_to_be_between, max_value: 3 } }
`

/** A table with faults of every kind, over several segments of a megabyte. */
const table = (rows: number) =>
  `id,x,note\n${Array.from({ length: rows }, (_, i) => `${i % 5000 === 7 ? i - 3 : i},${i % 997 === 5 ? '' : (i * 7919) % 1000},"note ${i % 13}\n, ""${'x'.repeat(i % 5)}"""`).join('\n')}\n`

describe('shards', () => {
  it.each(['t.csv', 't.csv.gz'])('come to the evidence of one run, bit for bit: %s', async file => {
    put('c.yaml', CONTRACT)
    const text = table(120_000)
    put(file, file.endsWith('.gz') ? gzipSync(text) : text)
    const whole = await validate({ files: [file] })
    for (const shard of ['1/3', '3/3', '2/3']) {
      const { checks } = await validate({ files: [file], shard })
      expect(checks).toMatchObject([{ id: 'shard', status: 'inconclusive' }])
    }
    const merged = await validate({ files: [file], merge: ['.out/shards/*.json'] })
    expect(merged).toEqual(whole)
    expect(whole.checks.filter(({ status }) => status === 'fail').length).toBeGreaterThan(5)
    const locations = whole.checks.flatMap(({ locations = [] }) => locations)
    expect(locations.some(({ line = 0 }) => line > 5000)).toBe(true)
    const rows = locations.filter(({ file: name, line = 1 }) => name === file && line > 1)
    expect(rows.length).toBeGreaterThan(20)
    for (const { key } of rows) {
      expect(key).toEqual([
        { column: 'id', value: expect.stringMatching(/^\d+$/) },
        { column: 'note', hash: expect.stringMatching(/^[0-9a-f]{12}$/) },
      ])
    }
  })

  describe('that do not belong together are refused', () => {
    beforeEach(async () => {
      put('c.yaml', CONTRACT)
      put('t.csv', table(100))
      for (const shard of ['1/2', '2/2']) await validate({ files: ['t.csv'], shard })
    })
    const merge = () => validate({ files: ['t.csv'], merge: ['.out/shards'] })
    const shard = (index: number) => join(root, `.out/shards/shard-${index}-of-2.json`)
    const change = (index: number, from: string | RegExp, to: string) =>
      writeFileSync(shard(index), readFileSync(shard(index), 'utf8').replace(from, to))

    it.each([
      ['one missing', () => rmSync(shard(2)), /shard 2 of 2 is missing/],
      ['one twice', () => cpSync(shard(1), shard(2)), /is shard 1, as .* is/],
      ['of another contract', () => put('c.yaml', CONTRACT.replace('900', '901')), /another contract/],
      [
        'of another file',
        () => change(2, /"sha256":"[0-9a-f]{64}","bytes"/, `"sha256":"${'0'.repeat(64)}","bytes"`),
        /another t.csv/,
      ],
      ['of another version', () => change(2, /"tool":"[^"]*"/, '"tool":"0.0.1"'), /Proofmark 0.0.1/],
      ['no JSON', () => writeFileSync(shard(2), '{'), /no JSON/],
      ['not all measures', () => change(2, '"row-count"', '"other"'), /cannot be read/],
      ['a state of an unknown kind', () => change(2, '["i32"', '["i33"'), /cannot be read/],
    ])('%s', async (_, harm, message) => {
      harm()
      await expect(merge()).rejects.toThrow(message)
    })
  })
})

it('a state survives as text', () => {
  const state = {
    map: new Map<string, unknown>([['a', new Set([1, 'x'])]]),
    numbers: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1, 5e-324],
    arrays: [
      new Uint8Array([1, 255]),
      new Int32Array([-1]),
      new Uint32Array([2 ** 32 - 1]),
      new Float64Array([Math.PI]),
    ],
    nothing: undefined,
    empty: null,
    nested: { list: [['map']], text: 'ü\ud83d\ude00' },
  }
  expect(decodeState(JSON.parse(JSON.stringify(encodeState(state))))).toEqual(state)
})
