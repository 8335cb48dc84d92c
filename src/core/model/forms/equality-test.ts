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
  const moved = differences(challenger.values, champion.values).filter(difference => difference !== 0)
  if (moved.every(difference => Math.abs(difference) === 1)) {
    const risen = moved.filter(difference => difference > 0).length
    const { pValue } = mcnemar(risen, moved.length - risen)
    return { test: 'mcnemar-exact', pValue } satisfies EqualityTest
  }
  if (moved.length > MOST_FLIPPED || !moved.every(Number.isFinite)) return undefined
  const { pValue } = signFlip(moved, design.random(`${purpose} sign-flip`), FLIPS)
  return { test: 'sign-flip', pValue } satisfies EqualityTest
}
