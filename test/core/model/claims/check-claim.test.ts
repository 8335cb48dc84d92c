import { describe, expect, it } from 'vitest'
import { checkClaim } from '../../../../src/core/model/claims/check-claim.ts'
import { checkClaims } from '../../../../src/core/model/claims/check-claims.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import type { Estimate } from '../../../../src/core/model/estimate.ts'
import type { Judged } from '../../../../src/core/model/task.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { trialOf } from '../../../../src/core/model/trial.ts'
import { creditRows } from '../credit-rows.ts'
import { settingsOf } from '../settings-of.ts'
import { onMetric } from './on-metric.ts'

const estimate = (value: number, lower: number, upper: number): Estimate => ({
  value,
  n: 1000,
  interval: [lower, upper],
  method: 'delong',
})

const judged: Judged = {
  rows: 1000,
  level: 0.95,
  challenger: new Map(),
  gains: new Map(),
  figures: { positives: 400, confusion: null },
}

const judgedOn = (id: string, value: number, lower: number, upper: number) => ({
  ...judged,
  challenger: new Map([[id, estimate(value, lower, upper)]]),
})

const onGain = (id: string, value: number, lower: number, upper: number, champion = 0.8) => ({
  ...judged,
  champion: new Map([[id, estimate(champion, champion - 0.1, champion + 0.1)]]),
  gains: new Map([[id, estimate(value, lower, upper)]]),
})

describe('the interval decides a floor', () => {
  it.each([
    [0.8, 0.9, 'pass', 'The interval [0.8, 0.9] lies at or above 0.8'],
    [0.82, 0.9, 'pass', 'The interval [0.82, 0.9] lies at or above 0.8'],
    [0.79, 0.9, 'inconclusive', 'The interval [0.79, 0.9] contains 0.8'],
    [0.7, 0.8, 'inconclusive', 'The interval [0.7, 0.8] contains 0.8'],
    [0.7, 0.79, 'fail', 'The interval [0.7, 0.79] lies below 0.8'],
    [0.79999999, 0.9, 'inconclusive', 'The interval [0.79999999, 0.9] contains 0.8'],
  ])('[%d, %d] is %s', (lower, upper, status, reason) => {
    const check = checkClaim(onMetric('auc >= 0.80'), judgedOn('auc', (lower + upper) / 2, lower, upper))
    expect(check).toMatchObject({
      status,
      reason,
      title: 'AUC at least 0.8',
      required: { comparator: '>=', value: 0.8 },
    })
  })
})

describe('the interval decides a ceiling', () => {
  it.each([
    [0.4, 0.5, 'pass'],
    [0.4, 0.51, 'inconclusive'],
    [0.5, 0.6, 'inconclusive'],
    [0.51, 0.6, 'fail'],
  ])('[%d, %d] is %s', (lower, upper, status) => {
    const check = checkClaim(onMetric('log-loss <= 0.5'), judgedOn('log-loss', (lower + upper) / 2, lower, upper))
    expect(check).toMatchObject({ status, title: 'Log loss at most 0.5', required: { comparator: '<=', value: 0.5 } })
  })
})

describe('the interval of the difference decides a comparison', () => {
  it.each([
    [-0.01, 0.02, 'pass', 'The interval of the difference [-0.01, 0.02] lies at or above the margin -0.01'],
    [-0.014, 0.012, 'inconclusive', 'The interval of the difference [-0.014, 0.012] contains the margin -0.01'],
    [-0.05, -0.02, 'fail', 'The interval of the difference [-0.05, -0.02] lies below the margin -0.01'],
  ])('[%d, %d] is %s', (lower, upper, status, reason) => {
    const check = checkClaim(onMetric('auc no worse than champion'), onGain('auc', (lower + upper) / 2, lower, upper))
    expect(check).toMatchObject({
      status,
      reason,
      title: 'AUC no worse than champion (margin 0.01)',
      measured: { interval: [lower, upper], level: 0.95, method: 'delong', n: 1000 },
      required: { comparator: '>=', value: -0.01 },
    })
  })

  it('of losses allows 2 % of the champion, and a gain is champion less challenger', () => {
    const claim = onMetric('log-loss no worse than champion')
    const check = checkClaim(claim, onGain('log-loss', -0.02, -0.03, -0.011, 0.5))
    expect(check).toMatchObject({
      status: 'fail',
      title: 'Log loss no worse than champion (margin 0.01)',
      reason: 'The interval of the difference (champion less challenger) [-0.03, -0.011] lies below the margin -0.01',
      required: { comparator: '>=', value: -0.01 },
    })
  })

  it('is inconclusive without a champion on the same rows', () => {
    const check = checkClaim(onMetric('log-loss no worse than champion'), judged)
    expect(check.status).toBe('inconclusive')
    expect(check.title).toBe("Log loss no worse than champion (margin 2 % of the champion's)")
    expect(check.required).toBeUndefined()
    expect(JSON.stringify(check)).not.toMatch(/NaN|undefined/)
  })
})

describe('an undecided claim says how many rows it needs', () => {
  it('by the side on which the estimate lies, rounded up to two digits', () => {
    // (0.014 / 0.009)² · 1000 − 1000 = 1419.8
    const below = checkClaim(onMetric('auc no worse than champion'), onGain('auc', -0.001, -0.015, 0.013))
    expect(below.hint).toBe('About 1 500 more labelled rows would settle it')
    // (0.03 / 0.02)² · 1000 − 1000 = 1250
    const above = checkClaim(onMetric('auc >= 0.8'), judgedOn('auc', 0.78, 0.75, 0.81))
    expect(above.hint).toBe('About 1 300 more labelled rows would settle it')
  })

  it.each([-0.01, -0.0101])('and says so when the estimate %d is on the margin', value => {
    const check = checkClaim(onMetric('auc no worse than champion'), onGain('auc', value, -0.03, 0.01))
    expect(check.status).toBe('inconclusive')
    expect(check.hint).toBe(
      'The estimate lies so close to what is required that more rows cannot be expected to settle it',
    )
  })
})

describe('too little to go by is inconclusive, however good the interval', () => {
  it('too few rows, whatever the task calls few', () => {
    const check = checkClaim(onMetric('auc >= 0.5'), {
      ...judgedOn('auc', 0.9, 0.8, 1),
      shortage: 'Expected at least 50 rows but found 49',
    })
    expect(check).toMatchObject({ status: 'inconclusive', reason: 'Expected at least 50 rows but found 49' })
  })

  it('an undefined metric', () => {
    const challenger = new Map([['precision', { value: null, n: 0, gap: 'no row was predicted positive' }]])
    const check = checkClaim(onMetric('precision >= 0.5'), { ...judged, challenger })
    expect(check).toMatchObject({
      status: 'inconclusive',
      measured: { value: null },
      reason: 'There is no interval to hold against 0.5: no row was predicted positive',
    })
  })
})

describe('checks of several claims', () => {
  const rows = creditRows()
  const grounds = {
    model: [],
    trial: trialOf(binary, rows, undefined, settingsOf('certify: { positive: bad }').certify),
  }

  it('have ids of their own', () => {
    const claims = ['auc >= 0.7', 'auc >= 0.8', 'AUC >= 0.7', 'auc <= 0.99'].map(claim => parseClaim(claim, binary))
    const { checks, answered } = checkClaims(claims, grounds)
    expect(checks.map(({ id }) => id)).toEqual(['auc.floor', 'auc.floor-2', 'auc.floor-3', 'auc.ceiling'])
    expect(answered[2]).toEqual({ claim: 'AUC >= 0.7', check: 'auc.floor-3' })
  })

  it('of no claim at all never pass', () => {
    expect(checkClaims([], grounds).checks).toMatchObject([{ id: 'claims.none', status: 'inconclusive' }])
  })
})
