import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modelCertify } from '../../../src/commands/model-certify.ts'
import { ModelResult } from '../../../src/core/model/result.ts'
import * as tasks from '../../../src/core/model/tasks/index.ts'
import { expectClose } from './close.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const CASES = new URL('../../cases/model/', import.meta.url)
const METRICS = Object.values(tasks).flatMap(({ id: task, metrics }) => metrics.map(({ id }) => ({ task, id })))

const Expected = z.strictObject({
  value: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  n: z.number(),
  gain: z
    .strictObject({
      value: z.number(),
      interval: z.tuple([z.number(), z.number()]),
      n: z.number(),
      /** For an interval of random numbers: how far its ends may lie from those expected, as a share of its width. */
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
    const files = { ...read('predictions.csv'), ...read('champion.csv') }
    const settings = settingsOf(readFileSync(new URL(`${name}/proofmark.yml`, folder), 'utf8'))
    const expected = Expected.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')))

    const { checks, result } = await modelCertify.find(settings, portsOf(files).ports, '.proofmark')

    const { metrics, comparisons } = ModelResult.parse(result)
    const metric = metrics.find(row => row.id === id)
    expect(metric?.n).toBe(expected.n)
    if (expected.value === null) expect(metric?.value).toBeNull()
    else expectClose([metric?.value ?? Number.NaN], [expected.value])
    if (expected.interval === null) expect(metric?.interval).toBeUndefined()
    else expectClose(metric?.interval, expected.interval)

    const gain = comparisons.find(row => row.id === id)
    expect(gain === undefined).toBe(expected.gain === undefined)
    if (expected.gain) {
      expect(gain?.n).toBe(expected.gain.n)
      expectClose([gain?.value ?? Number.NaN], [expected.gain.value])
      const { interval, within } = expected.gain
      if (within === undefined) expectClose(gain?.interval, interval)
      else
        for (const [i, end] of interval.entries())
          expect(Math.abs((gain?.interval?.[i] ?? Number.NaN) - end)).toBeLessThan(within * (interval[1] - interval[0]))
    }
    for (const [check, status] of Object.entries(expected.checks ?? {}))
      expect(checks.find(({ id }) => id === check)?.status, check).toBe(status)
  })
})

it.each(Object.values(tasks))('every folder of cases of $id belongs to a registered metric', ({ id, metrics }) => {
  const folders = readdirSync(new URL(`${id}/`, CASES), { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(metrics.map(({ id }) => id).toSorted())
})
