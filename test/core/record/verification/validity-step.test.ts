import { expect, it } from 'vitest'
import { validityOf } from '../../../../src/core/record/statement/instant.ts'
import { validityStep } from '../../../../src/core/record/verification/validity-step.ts'

const validity = validityOf(new Date('2026-11-23T06:00:00.500Z'), 90)

it('lasts the policy’s days, in whole seconds', () => {
  expect(validity).toEqual({
    notBefore: '2026-11-23T06:00:00Z',
    notAfter: '2027-02-21T06:00:00Z',
    reviewBy: '2027-01-22',
  })
})

it('is to be reviewed before it ends, and never before it began', () => {
  const at = new Date('2026-11-23T06:00:00Z')
  expect(validityOf(at, 90, [new Date('2026-12-31T00:00:00Z')], 10)).toMatchObject({
    notAfter: '2026-12-30T23:59:59Z',
    reviewBy: '2026-12-20',
  })
  expect(validityOf(at, 7)).toMatchObject({ notAfter: '2026-11-30T06:00:00Z', reviewBy: '2026-11-23' })
})

it.each([
  ['2026-11-23T05:59:59.999Z', 'failed'],
  ['2026-11-23T06:00:00.000Z', 'passed'],
  ['2027-02-21T06:00:00.000Z', 'passed'],
  ['2027-02-21T06:00:00.001Z', 'failed'],
])('at %s has %s', (now, status) => {
  expect(validityStep(validity, new Date(now)).status).toBe(status)
})

it('is never met by a broken clock or a broken date', () => {
  const good = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2026-12-31T00:00:00Z' }
  const now = new Date('2026-06-01T00:00:00Z')
  expect(validityStep(good, now).status).toBe('passed')
  expect(validityStep({ ...good, notBefore: 'never' }, now).status).toBe('failed')
  expect(validityStep({ ...good, notAfter: 'never' }, now).status).toBe('failed')
  expect(() => validityStep(good, new Date(Number.NaN))).toThrow(RangeError)
})
