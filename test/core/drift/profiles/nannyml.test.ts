import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compare } from '../in-memory.ts'
import { Source, textOf } from './case-tables.ts'

const Tables = z.object({ cases: z.array(z.object({ name: z.string(), reference: Source, current: Source })) })
const Found = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      columns: z.record(
        z.string(),
        z.object({ values: z.array(z.number()), alerts: z.array(z.boolean()), threshold: z.number() }),
      ),
    }),
  ),
})
const read = (name: string): unknown => JSON.parse(readFileSync(`test/fixtures/profiles/${name}.json`, 'utf8'))
const tables = Tables.parse(read('evidently')).cases
const found = Found.parse(read('nannyml')).cases

/** 1e-10 of the distance, but for what cancels in SciPy where the divergence, its square, is near 0. */
const allowed = (score: number) => Math.max(1e-10 * score, 1e-16 / score)

describe.each(found)('$name', ({ name, columns }) => {
  const given = tables.find(one => one.name === name)
  if (!given) throw new Error(`Expected a table for ${name}`)
  const ignore = 'file' in given.reference ? ['id'] : []
  const comparison = compare(textOf(given.reference), textOf(given.current), { profile: 'nannyml', ignore })

  test('every column has the threshold, the largest value and the alerts that NannyML gives it', async () => {
    const { result } = await comparison
    expect(result.columns.map(({ column }) => column).toSorted()).toEqual(Object.keys(columns).toSorted())
    for (const { column, tool } of result.columns) {
      const expected = columns[column]
      if (!expected || tool?.score === undefined || tool.threshold === undefined)
        throw new Error(`Nothing of ${column}`)
      const most = Math.max(...expected.values)
      const alerts = expected.alerts.filter(Boolean).length
      expect(Math.abs(tool.score - most), `${column}: ${tool.score} for ${most}`).toBeLessThanOrEqual(allowed(most))
      const bar = expected.threshold
      expect(Math.abs(tool.threshold - bar), `${column}: ${tool.threshold} for ${bar}`).toBeLessThanOrEqual(1e-10 * bar)
      expect(tool.note).toContain(`largest of ${expected.values.length} chunks, of which ${alerts} alert`)
      expect(tool.drifted).toBe(alerts > 0)
    }
  })

  test('the table has drifted where a column alerts', async () => {
    const alerting = Object.values(columns).filter(({ alerts }) => alerts.includes(true)).length
    expect((await comparison).check('table.drift')).toMatchObject({
      status: alerting > 0 ? 'fail' : 'pass',
      measured: { value: alerting, n: Object.keys(columns).length },
    })
  })
})

test('fewer rows than chunks are inconclusive', async () => {
  const { verdict, check } = await compare('x\n1\n2\n', 'x\n1\n3\n', { profile: 'nannyml' })
  expect(verdict).toBe('inconclusive')
  expect(check('x.distribution').reason).toContain('NannyML needs 10 rows a side')
})
