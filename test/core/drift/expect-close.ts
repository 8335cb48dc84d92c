import { expect } from 'vitest'

/** Expects all that `expected` names in `found`, numbers to 1e-10 of their size. */
export function expectClose(found: unknown, expected: unknown, path = 'found'): void {
  if (typeof expected === 'number') {
    expect(found, path).toBeTypeOf('number')
    const size = Math.abs(expected)
    expect(Math.abs(Number(found) - expected), `${path}: ${found} for ${expected}`).toBeLessThanOrEqual(1e-10 * size)
    return
  }
  if (typeof expected !== 'object' || expected === null) {
    expect(found, path).toEqual(expected)
    return
  }
  if (Array.isArray(expected)) expect(found, path).toHaveLength(expected.length)
  const entries = new Map(Object.entries(Object(found)))
  for (const [key, value] of Object.entries(expected)) expectClose(entries.get(key), value, `${path}.${key}`)
}
