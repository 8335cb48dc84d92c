import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planDrift } from '../../src/commands/plan-drift.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { inMemory } from '../core/drift/in-memory.ts'

const train = readFileSync(new URL('../../examples/credit/train.csv', import.meta.url), 'utf8')
const plan = (drift: Record<string, unknown>) =>
  planDrift(Settings.parse({ drift }), undefined, inMemory({ 'train.csv': train }))

test('every column of the reference has its rows, but for those that are ignored', async () => {
  const { rows, columns } = await plan({ reference: 'train.csv', ignore: ['id'] })
  expect(rows).toBe(3117)
  expect(columns).toHaveLength(14)
  expect(columns.map(({ column }) => column)).not.toContain('id')
  for (const { limit, effect, passes, finds } of columns) {
    expect(effect).toBeCloseTo(1.5 * (limit ?? 0), 12)
    expect(passes).toBeGreaterThan(50)
    expect(passes).toBeLessThan(1000)
    expect(finds).toBeGreaterThan(50)
  }
})

test('without a reference there is nothing to plan for', async () => {
  await expect(plan({})).rejects.toMatchObject({ code: 'settings.missing' })
})
