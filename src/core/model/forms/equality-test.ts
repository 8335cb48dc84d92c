import { mcnemar, signFlip } from '../../stats/index.ts'
import { differences } from '../differences.ts'
import type { Design } from './design.ts'
import type { Form } from './form.ts'

/** A test of the hypothesis that two models are equally good, two-sided. */
export interface EqualityTest {
  readonly test: 'mcnemar-exact' | 'sign-flip' | 'diebold-mariano'
  readonly pValue: number
}

/** Rows that differ above which signs are not flipped any more: Student's interval says the same by then. */
const MOST_FLIPPED = 2000
const FLIPS = 2000

/**
 * Tests whether a challenger and a champion are equally good on the same rows, where the metric is a mean and every row counts once
 * and stands for itself: of right and wrong by McNemar's exact test, of other numbers by flipping the signs of their differences.
 */
export function equalityTest(challenger: Form, champion: Form, design: Design, purpose: string) {
  if (challenger.kind !== 'mean' || champion.kind !== 'mean') return undefined
  const { values } = challenger
  let [risen, fallen, others] = [0, 0, 0]
  for (let row = 0; row < values.length; row++) {
    const difference = (values[row] ?? Number.NaN) - (champion.values[row] ?? Number.NaN)
    if (difference === 1) risen++
    else if (difference === -1) fallen++
    else if (difference !== 0) others++
    if (others > 0 && risen + fallen + others > MOST_FLIPPED) return undefined
  }
  if (others === 0) return { test: 'mcnemar-exact', pValue: mcnemar(risen, fallen).pValue } satisfies EqualityTest
  const moved = differences(values, champion.values).filter(difference => difference !== 0)
  if (!moved.every(Number.isFinite)) return undefined
  const { pValue } = signFlip(moved, design.random(`${purpose} sign-flip`), FLIPS)
  return { test: 'sign-flip', pValue } satisfies EqualityTest
}
