import { contrastInDesign } from '../../src/core/model/fairness/contrast-in-design.ts'
import type { Facts } from '../../src/core/model/fairness/facts.ts'
import type { Random } from '../../src/core/stats/random/random.ts'
import type { Scenario } from './scenario.ts'

/** Rows of two groups in clusters of five, which share three tenths of their chance; weighted, one row in two counts three times. */
function drawGroups(n: number, [first, second]: readonly [number, number], weighted: boolean, random: Random) {
  const common = Float64Array.from({ length: Math.ceil(n / 5) }, () => random.uniform())
  const members: number[][] = [[], []]
  const chosen = new Uint8Array(n)
  const codes = new Uint32Array(n)
  for (let row = 0; row < n; row++) {
    const cluster = Math.floor(row / 5)
    const group = random.uniform() < 0.5 ? 0 : 1
    const chance = random.uniform() < 0.3 ? (common[cluster] ?? 0) : random.uniform()
    chosen[row] = Number(chance < (group === 0 ? first : second))
    codes[row] = cluster
    members[group]?.push(row)
  }
  const facts: Facts = {
    truths: chosen,
    chosen,
    design: {
      level: 0.95,
      random: () => random,
      clusters: { codes, count: common.length },
      ...(weighted ? { weights: Float64Array.from({ length: n }, () => (random.uniform() < 0.5 ? 1 : 3)) } : {}),
    },
  }
  const [one, two] = members.map((rows, group) => ({
    group: { name: String(group), chosen: Uint32Array.from(rows) },
    hits: 0,
    misses: 0,
    gifts: 0,
    others: rows.length,
  }))
  return { facts, one, two }
}

/** Rates of groups whose rows belong together. */
export const groups: Scenario[] = (
  [
    [0.8, 0.9],
    [0.3, 0.3],
    [0.02, 0.1],
  ] as const
).flatMap(([first, second]) =>
  (['difference', 'ratio'] as const).flatMap(comparing =>
    [false, true].map(
      (weighted): Scenario => ({
        method: `mover ${comparing}`,
        population: `rates ${first} and ${second} in clusters of five${weighted ? ', weighted' : ''}`,
        truth: comparing === 'ratio' ? first / second : first - second,
        promise: 'nominal',
        from: Math.min(first, second) < 0.05 ? 1000 : 100,
        draw(n, level, random) {
          const { facts, one, two } = drawGroups(n, [first, second], weighted, random)
          if (!one || !two) return undefined
          const { interval } = contrastInDesign(one, two, facts, { rate: 'selection', comparing, level })
          return interval.every(Number.isFinite) ? interval : undefined
        },
      }),
    ),
  ),
)
