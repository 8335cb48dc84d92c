import { expect } from 'vitest'

/** Every number to 1e-10, relative; below one in a million, absolute to 1e-16. */
export function expectClose(actual: readonly number[] | undefined, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  expected.forEach((value, index) => {
    const found = actual?.[index] ?? Number.NaN
    expect(Math.abs(found - value), `${found} for ${value}`).toBeLessThanOrEqual(
      Math.max(1e-10 * Math.abs(value), 1e-16),
    )
  })
}
