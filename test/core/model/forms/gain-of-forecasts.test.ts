import { describe, expect, it } from 'vitest'
import { checkClaims } from '../../../../src/core/model/claims/check-claims.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import type { Rows } from '../../../../src/core/model/predictions/rows.ts'
import { forecasting } from '../../../../src/core/model/tasks/forecasting.ts'
import { trialOf } from '../../../../src/core/model/trial.ts'
import { dieboldMariano, studentT } from '../../../../src/core/stats/index.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'
import { expectClose } from '../close.ts'
import { settingsOf } from '../settings-of.ts'

const TIMES = 120

/** Forecasts of series whose errors depend on each other two steps apart, in an order that is not that of time. */
function forecasts(series: number, spread: number): { rows: Rows; errors: Float64Array[] } {
  const errors = Array.from({ length: series }, (_, which) => {
    const random = seeded('f0', `${which} ${spread}`)
    const shocks = Float64Array.from({ length: TIMES + 2 }, () => random.uniform() - 0.5)
    return Float64Array.from({ length: TIMES }, (_, t) => spread * ((shocks[t] ?? 0) + (shocks[t + 1] ?? 0)))
  })
  const places = Array.from({ length: series * TIMES }, (_, row) => ({
    which: row % series,
    time: TIMES - 1 - Math.floor(row / series),
  }))
  const rows: Rows = {
    n: places.length,
    columns: new Map<string, { numbers: Float64Array } | { codes: Uint32Array; names: string[] }>([
      ['label', { numbers: Float64Array.from(places, ({ time }) => 100 + time) }],
      [
        'predicted',
        { numbers: Float64Array.from(places, ({ which, time }) => 100 + time + (errors[which]?.[time] ?? 0)) },
      ],
      ['time', { numbers: Float64Array.from(places, ({ time }) => 1000 * time) }],
      [
        'series',
        {
          codes: Uint32Array.from(places, ({ which }) => which),
          names: Array.from({ length: series }, (_, i) => `s${i}`),
        },
      ],
    ]),
  }
  return { rows, errors }
}

function decided(claim: string, series: number, settings: string) {
  const [own, its] = [forecasts(series, 1), forecasts(series, 2)]
  const { certify } = settingsOf(`certify: { task: forecasting, series: s${settings} }`)
  const trial = trialOf(forecasting, own.rows, its.rows, certify)
  const gain = trial.whole.gains
  const [check] = checkClaims([parseClaim(claim, forecasting)], { model: [], trial }).checks
  const differences = Float64Array.from({ length: TIMES }, (_, t) => {
    const of = (errors: readonly Float64Array[]) => errors.reduce((sum, one) => sum + Math.abs(one[t] ?? 0), 0)
    return (of(its.errors) - of(own.errors)) / series
  })
  return { gain, check, differences }
}

describe('a gain of forecasts made some steps ahead', () => {
  it.each([1, 3])('of %i series is decided by Diebold and Mariano on the differences of each time', series => {
    const { gain, check, differences } = decided('mae better than champion', series, ', horizon: 2')
    const expected = dieboldMariano(differences, 2)
    const reach = studentT(TIMES - 1).isf(0.025) * expected.standardError
    expect(check).toMatchObject({
      status: 'pass',
      measured: { method: 'diebold-mariano (2 steps ahead, Harvey–Leybourne–Newbold)' },
    })
    const found = gain.get('mae')
    expectClose(
      [found?.value ?? 0, ...(found?.interval ?? []), found?.equality?.pValue ?? 1],
      [expected.mean, expected.mean - reach, expected.mean + reach, expected.pValue],
    )
    expect(found?.equality?.test).toBe('diebold-mariano')
  })

  it('decides a ratio of sums by its influence', () => {
    const found = decided('wape better than champion', 2, ', horizon: 2').gain.get('wape')
    expect(found?.method).toMatch(/^diebold-mariano \(2 steps ahead/)
    expect(found?.interval?.[0]).toBeGreaterThan(0)
  })

  it('without a horizon is decided by blocks of time', () => {
    const { gain } = decided('mae better than champion', 2, '')
    expect(gain.get('mae')?.method).toMatch(/^student-t, clustered \(\d+ clusters\)$/)
    expect(gain.get('mae')?.equality).toBe(undefined)
  })

  it('further ahead than there are times, is not decided', () => {
    const { check } = decided('mae no worse than champion by 0.1', 1, ', horizon: 120')
    expect(check).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('the forecasts were made 120 steps ahead, and there are 120 times'),
    })
  })
})
