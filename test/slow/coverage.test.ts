import { describe, expect, it } from 'vitest'
import { scenarios } from '../../bench/coverage/scenarios.ts'
import { simulate } from '../../bench/coverage/simulate.ts'

/** Fewer samples than the bench draws: what is found broken here is so beyond chance. */
const SAMPLES = 400

describe.each(scenarios)('$method: $population', scenario => {
  const sizes = [100, 1000].filter(n => n >= scenario.from)
  it.each(sizes.length > 0 ? sizes : [scenario.from])('of %i rows covers the truth as often as promised', n => {
    const { kept, none, ...found } = simulate(scenario, n, { samples: SAMPLES, level: 0.95 })
    if (none < 1) expect(kept, JSON.stringify(found)).toBe(true)
  })
})

it('an interval that covers too seldom is found out', () => {
  const short = {
    method: 'half an interval',
    population: 'any',
    truth: 0.5,
    promise: 'nominal' as const,
    from: 20,
    draw: (n: number, _: number, { uniform }: { uniform: () => number }) => {
      const mean = Array.from({ length: n }, uniform).reduce((sum, value) => sum + value, 0) / n
      const reach = 1.96 * Math.sqrt(1 / 12 / n)
      return [mean - reach / 2, mean + reach / 2] as const
    },
  }
  expect(simulate(short, 50, { samples: SAMPLES, level: 0.95 }).kept).toBe(false)
})
