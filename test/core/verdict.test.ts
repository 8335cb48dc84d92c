import { expect, it } from 'vitest'
import { verdictOf, worstVerdict } from '../../src/core/verdict.ts'

it('is the worst status: fail, then inconclusive; a warning passes', () => {
  expect(verdictOf(['pass', 'warn', 'pass'])).toBe('passed')
  expect(verdictOf(['pass', 'inconclusive', 'warn'])).toBe('inconclusive')
  expect(verdictOf(['inconclusive', 'fail', 'pass'])).toBe('failed')
})

it('is never passed where nothing was checked', () => {
  expect(verdictOf([])).toBe('inconclusive')
  expect(worstVerdict([])).toBe('inconclusive')
})

it('of a certification is that of its worst gate', () => {
  expect(worstVerdict(['passed', 'inconclusive'])).toBe('inconclusive')
  expect(worstVerdict(['inconclusive', 'failed', 'passed'])).toBe('failed')
  expect(worstVerdict(['passed', 'passed'])).toBe('passed')
})
