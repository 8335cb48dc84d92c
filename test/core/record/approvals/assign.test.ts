import { expect, it } from 'vitest'
import { assign } from '../../../../src/core/record/approvals/assign.ts'

/** The most places that can be filled, by trying everything. */
function most(places: readonly (readonly string[])[], taken: readonly string[] = []): number {
  const [first, ...rest] = places
  if (first === undefined) return 0
  const filled = first.filter(person => !taken.includes(person)).map(person => 1 + most(rest, [...taken, person]))
  return Math.max(most(rest, taken), ...filled)
}

it('fills as many places as can be filled, each with a candidate, nobody twice: every choice of three people for four places', () => {
  const subsets = Array.from({ length: 8 }, (_, bits) => ['a', 'b', 'c'].filter((_, n) => bits & (1 << n)))
  for (const one of subsets)
    for (const two of subsets)
      for (const three of subsets)
        for (const four of subsets) {
          const places = [one, two, three, four]
          const given = assign(places)
          const people = given.filter(person => person !== undefined)
          expect(new Set(people).size).toBe(people.length)
          expect(given.every((person, n) => person === undefined || places[n]?.includes(person))).toBe(true)
          expect(people.length).toBe(most(places))
        }
})
