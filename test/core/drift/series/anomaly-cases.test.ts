import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Status } from '../../../../src/core/verdict.ts'
import { judgeFolder } from './judge-files.ts'

const ROOT = new URL('../../../cases/anomalies/', import.meta.url)
const Expected = z.strictObject({
  checks: z
    .array(
      z.strictObject({
        id: z.string(),
        status: Status,
        /** Buckets that the rule has flagged, all of them, or between what they lie. */
        flagged: z.array(z.string()).optional(),
        flaggedWithin: z.tuple([z.string(), z.string()]).optional(),
      }),
    )
    .min(1),
})

describe.each(readdirSync(ROOT))('%s', rule => {
  test.each(readdirSync(new URL(`${rule}/`, ROOT)))('%s', async name => {
    const folder = new URL(`${rule}/${name}/`, ROOT)
    const expected = Expected.parse(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')))
    const found = await judgeFolder(folder)
    expect(expected.checks.some(({ id }) => id.endsWith(`.${rule}`))).toBe(true)
    for (const { id, status, flagged, flaggedWithin } of expected.checks) {
      const check = found.check(id)
      expect(check, check.reason).toMatchObject({ id, status })
      const own = found.series.series
        .flatMap(row => row.flagged)
        .filter(({ rules }) => rules.includes(id.split('.').at(-1) ?? ''))
        .map(({ at }) => at.replace('.000Z', 'Z'))
      if (flagged) expect(own).toEqual(flagged)
      if (!flaggedWithin) continue
      expect(own.length).toBeGreaterThan(0)
      for (const at of own) {
        expect(
          at >= flaggedWithin[0] && at < flaggedWithin[1],
          `${at} lies between ${flaggedWithin.join(' and ')}`,
        ).toBe(true)
      }
    }
  })
})
