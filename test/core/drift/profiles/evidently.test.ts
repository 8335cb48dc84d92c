import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compare } from '../in-memory.ts'
import { Source, textOf } from './case-tables.ts'

const Cases = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      reference: Source,
      current: Source,
      columns: z.record(
        z.string(),
        z.object({ method: z.string(), threshold: z.number(), score: z.number(), drifted: z.boolean() }),
      ),
      dataset: z.object({ drifted: z.int(), share: z.number(), threshold: z.number(), flag: z.boolean() }),
    }),
  ),
})
const { cases } = Cases.parse(JSON.parse(readFileSync('test/fixtures/profiles/evidently.json', 'utf8')))

/** 1e-10 of the score, but for what cancels there: z has p as 1 − Φ, and the Jensen–Shannon divergence is a difference of logarithms. */
function allowed(method: string | undefined, score: number): number {
  const absolute = method === 'Z-test p_value' ? 4e-16 : method === 'Jensen-Shannon distance' ? 1e-16 / score : 0
  return Math.max(1e-10 * score, absolute)
}

describe.each(cases)('$name', ({ reference, current, columns, dataset }) => {
  const ignore = 'file' in reference ? ['id'] : []
  const comparison = compare(textOf(reference), textOf(current), { profile: 'evidently', ignore })

  test('every column has the method, the threshold, the score and the flag that Evidently gives it', async () => {
    const { result } = await comparison
    expect(result.columns.map(({ column }) => column).toSorted()).toEqual(Object.keys(columns).toSorted())
    for (const { column, tool } of result.columns) {
      const found = columns[column]
      if (!found) throw new Error(`Evidently has no column ${column}`)
      const { score, ...expected } = found
      expect(tool, column).toMatchObject(expected)
      const error = Math.abs((tool?.score ?? Number.NaN) - score)
      expect(error, `${column}: ${tool?.score} for ${score}`).toBeLessThanOrEqual(allowed(expected.method, score))
    }
  })

  test('the table has drifted where Evidently says so', async () => {
    const { check, verdict } = await comparison
    expect(check('table.drift')).toMatchObject({
      status: dataset.flag ? 'fail' : 'pass',
      measured: { value: dataset.share },
      required: { comparator: '<', value: dataset.threshold },
    })
    expect(verdict).toBe(dataset.flag ? 'failed' : 'passed')
  })
})

test('among the cases some drift and some do not, by each method', () => {
  const flags = new Map<string, Set<boolean>>()
  for (const { columns } of cases) {
    for (const { method, drifted } of Object.values(columns)) {
      flags.set(method, (flags.get(method) ?? new Set()).add(drifted))
    }
  }
  expect(
    [...flags]
      .filter(([, seen]) => seen.size === 2)
      .map(([method]) => method)
      .toSorted(),
  ).toEqual([
    'Jensen-Shannon distance',
    'K-S p_value',
    'Wasserstein distance (normed)',
    'Z-test p_value',
    'chi-square p_value',
  ])
  expect(new Set(cases.map(({ dataset }) => dataset.flag)).size).toBe(2)
})
