import { expect } from 'vitest'

/** Below this doubles lose digits, down to 0. */
const SMALLEST_NORMAL = 2 ** -1022

/**
 * Fails unless two numbers agree to a relative error of 1e-10 (or another); NaN and the infinities only agree with
 * themselves, all numbers too small for a normal double with each other.
 */
export function expectClose(actual: number, expected: number, what: string, relative = 1e-10): void {
  if (Object.is(actual, expected) || actual === expected) return
  if (Math.max(Math.abs(actual), Math.abs(expected)) < SMALLEST_NORMAL) return
  const error = Math.abs(actual - expected) / Math.abs(expected)
  expect(error, `${what}: expected ${expected} but found ${actual}`).toBeLessThanOrEqual(relative)
}
