import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modelCertify } from '../../../src/commands/model-certify.ts'
import { ModelResult } from '../../../src/core/model/result.ts'
import * as tasks from '../../../src/core/model/tasks/index.ts'
import type { Settings } from '../../../src/core/settings/schema.ts'
import { expectClose } from './close.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const CASES = new URL('../../cases/model/', import.meta.url)
const METRICS = Object.values(tasks).flatMap(({ id: task, metrics }) => metrics.map(({ id }) => ({ task, id })))

const Interval = z.tuple([z.number(), z.number()])
/** An interval that is drawn at random is not among the numbers expected. */
const Expected = z.strictObject({
  value: z.number().nullable(),
  interval: Interval.nullable().optional(),
  n: z.number(),
  /** For an interval of random numbers: how far its ends may lie from those expected, as a share of its width. */
  within: z.number().optional(),
  gain: z
    .strictObject({
      value: z.number(),
      interval: Interval.nullable().optional(),
      n: z.number(),
      within: z.number().optional(),
    })
    .optional(),
  checks: z.record(z.string(), z.string()).optional(),
})

describe.each(METRICS)('$task: $id', ({ task, id }) => {
  const folder = new URL(`${task}/${id}/`, CASES)

  it('has a file named for it and a folder of cases', () => {
    expect(existsSync(new URL(`../../../src/core/model/metrics/${task}/${id}.ts`, import.meta.url))).toBe(true)
    expect(existsSync(folder) ? readdirSync(folder) : []).not.toEqual([])
  })

  it.each(existsSync(folder) ? readdirSync(folder) : [])('%s', async name => {
    const read = (file: string) => {
      const url = new URL(`${name}/${file}`, folder)
      return existsSync(url) ? { [file]: readFileSync(url, 'utf8') } : {}
    }
    const settings = settingsOf(readFileSync(new URL(`${name}/proofmark.yml`, folder), 'utf8'))
    const { predictions, champion, history } = settings.certify
    const files = Object.assign({}, ...[predictions, champion, history].map(file => (file ? read(file) : {})))
    const expected = Expected.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')))

    const { checks, result } = await certified(task, settings, files)

    const { metrics, comparisons } = ModelResult.parse(result)
    const metric = metrics.find(row => row.id === id)
    expect(metric?.n).toBe(expected.n)
    if (expected.value === null) expect(metric?.value).toBeNull()
    else expectClose([metric?.value ?? Number.NaN], [expected.value])
    expectInterval(metric, expected)

    const gain = comparisons.find(row => row.id === id)
    expect(gain === undefined).toBe(expected.gain === undefined)
    if (expected.gain) {
      expect(gain?.n).toBe(expected.gain.n)
      expectClose([gain?.value ?? Number.NaN], [expected.gain.value])
      expectInterval(gain, expected.gain)
    }
    for (const [check, status] of Object.entries(expected.checks ?? {}))
      expect(checks.find(({ id }) => id === check)?.status, check).toBe(status)
  })
})

/** What cases of one task with the same settings have in common is found once. */
const known = new Map<string, ReturnType<typeof modelCertify.find>>()

function certified(task: string, settings: Settings, files: Record<string, string>) {
  const key = JSON.stringify([task, settings.certify, Object.entries(files).filter(([name]) => !name.startsWith('..'))])
  const found = known.get(key) ?? modelCertify.find(settings, portsOf(files).ports, '.proofmark')
  known.set(key, found)
  return found
}

type Row = z.infer<typeof ModelResult>['comparisons'][number] | undefined

interface Drawn {
  readonly interval?: [number, number] | null | undefined
  readonly within?: number | undefined
}

/** As expected, or none where none is; one that is drawn at random and not expected has the value in it. */
function expectInterval(row: Row, { interval: expected, within }: Drawn): void {
  if (expected === null) expect(row?.interval).toBeUndefined()
  else if (expected && within !== undefined)
    for (const [i, end] of expected.entries())
      expect(Math.abs((row?.interval?.[i] ?? Number.NaN) - end)).toBeLessThan(within * (expected[1] - expected[0]))
  else if (expected) expectClose(row?.interval, expected)
  else if (row?.interval) {
    const [lower, upper] = row.interval
    expect(lower).toBeLessThan(upper)
    expect(row.value).toBeGreaterThanOrEqual(lower)
    expect(row.value).toBeLessThanOrEqual(upper)
  }
}

it.each(Object.values(tasks))('every folder of cases of $id belongs to a registered metric', ({ id, metrics }) => {
  const folders = readdirSync(new URL(`${id}/`, CASES), { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(metrics.map(({ id }) => id).toSorted())
})
