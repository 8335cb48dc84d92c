import { describe, expect, it } from 'vitest'
import { parseClaim } from '../../../src/core/model/claims/parse-claim.ts'
import { evaluate } from '../../../src/core/model/evaluation.ts'
import { binary } from '../../../src/core/model/tasks/binary.ts'
import { suggestClaims } from '../../../src/core/starting/suggest-claims.ts'

/** Scores with as much order as `skill`: positives above negatives by that much. */
const model = (rows: number, skill: number, stride = 61) => {
  const scores = (shift: number) =>
    Float64Array.from({ length: rows }, (_, i) => ((i * stride) % rows) / rows / 2 + shift)
  return evaluate({ positives: scores(0.25 + skill / 2), negatives: scores(0.25 - skill / 2) }, 0.5)
}
const claims = (...models: [ReturnType<typeof model>, ReturnType<typeof model>?]) =>
  suggestClaims(models[0], models[1]).map(({ claim }) => claim)

describe('suggested claims', () => {
  it('are floors at the lower end of the interval, rounded down, and say so', () => {
    const [auc, accuracy] = suggestClaims(model(500, 0.2), undefined)
    expect(auc?.claim).toBe('auc >= 0.79')
    expect(auc?.because).toMatch(
      /^AUC on these 1 000 rows is 0\.8\d*, 95 % interval \[0\.79\d*, 0\.8\d*\]: the floor is its lower end/,
    )
    expect(accuracy?.claim).toMatch(/^accuracy >= 0\.6\d$/)
  })

  it('are none where a guess would do as well', () => expect(claims(model(20, 0.02))).toEqual([]))

  it('give the champion the margin that its interval needs', () => {
    expect(claims(model(2000, 0.2), model(2000, 0.2)).slice(2)).toEqual([
      'auc no worse than champion by 0.01',
      'accuracy no worse than champion by 0.01',
    ])
    const other = suggestClaims(model(2000, 0.2), model(2000, 0.2, 89)).slice(2)
    expect(other.map(({ claim }) => claim)).toEqual([
      'auc no worse than champion by 0.02',
      'accuracy no worse than champion by 0.03',
    ])
    for (const { claim, because } of other) {
      const lower = Number(/interval \[(-[\d.]+),/.exec(because)?.[1])
      const margin = Number(/by ([\d.]+)$/.exec(claim)?.[1])
      expect(margin).toBeGreaterThanOrEqual(-lower)
      expect(margin).toBeLessThan(-lower + 0.01)
    }
  })

  it('hold a worse model to the usual margin, and say that it does not pass', () => {
    const worse = suggestClaims(model(500, 0.1), model(500, 0.3)).find(({ claim }) => claim.includes('auc no worse'))
    expect(worse?.claim).toBe('auc no worse than champion by 0.01')
    expect(worse?.because).toMatch(/it is worse, so this does not pass$/)
  })

  it('say so where there are too few rows to tell', () => {
    const few = suggestClaims(model(40, 0.2), model(40, 0.2, 29)).find(({ claim }) => claim.includes('auc no worse'))
    expect(few?.claim).toBe('auc no worse than champion by 0.01')
    expect(few?.because).toMatch(/too few rows, so this does not pass$/)
  })

  it('can all be read as claims', () => {
    const written = claims(model(500, 0.2), model(500, 0.19))
    expect(written).toHaveLength(4)
    expect(written.map(text => parseClaim(text, binary).kind)).toEqual([
      'floor',
      'floor',
      'no-worse-than-champion',
      'no-worse-than-champion',
    ])
  })
})
