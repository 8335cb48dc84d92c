import { describe, expect, it } from 'vitest'
import { costMatrix } from '../../../src/core/model/costs/cost-matrix.ts'
import { leastExpectedCost } from '../../../src/core/model/costs/least-expected-cost.ts'

const CLASSES = ['a', 'b', 'constructor']
const ALL = { a: { b: 1, constructor: 2 }, b: { a: 3, constructor: 4 }, constructor: { a: 5, b: 6 } }

describe('the costs of classes', () => {
  it('stand by true and predicted class, nothing where both are the same', () => {
    expect(costMatrix(ALL, CLASSES)).toEqual(Float64Array.of(0, 1, 2, 3, 0, 4, 5, 6, 0))
    expect(costMatrix({ ...ALL, b: { ...ALL.b, b: -1 } }, CLASSES)).toEqual(Float64Array.of(0, 1, 2, 3, -1, 4, 5, 6, 0))
  })

  it.each([
    [{ ...ALL, c: { a: 1 } }, "'certify.class-costs' names 'c', which is no class of these rows"],
    [{ ...ALL, a: { b: 1, B: 2, constructor: 2 } }, "'certify.class-costs' names 'B', which is no class of these rows"],
    [{ a: { b: 1 }, b: { a: 1 } }, "'certify.class-costs' has no cost of 'a' predicted 'constructor', 'b' predicted"],
    [{}, 'and 3 more'],
    [
      {
        a: { a: 1, b: 1, constructor: 1 },
        b: { a: 1, b: 1, constructor: 1 },
        constructor: { a: 1, b: 1, constructor: 1 },
      },
      "every cost of 'certify.class-costs' is the same",
    ],
  ])('%j cannot be used', (costs, gap) => {
    expect(costMatrix(costs, CLASSES)).toMatchObject({ gap: expect.stringContaining(gap) })
  })

  it('the least expected one is chosen by the probabilities, of two alike the first', () => {
    const matrix = Float64Array.of(0, 1, 3, 0)
    const second = Float64Array.of(0, 0.125, 0.5, 1, 0.25)
    const first = second.map(p => 1 - p)
    expect(leastExpectedCost([first, second], matrix, 5)).toEqual(Uint32Array.of(0, 0, 1, 1, 0))
  })
})
