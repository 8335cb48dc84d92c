import { describe, expect, it } from 'vitest'
import { isOnMetric } from '../../../../src/core/model/claims/claim.ts'
import { columnsOfClaims } from '../../../../src/core/model/claims/columns-of-claims.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import { parseGrouping } from '../../../../src/core/model/claims/parse-grouping.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { regression } from '../../../../src/core/model/tasks/index.ts'
import { UserError } from '../../../../src/core/user-error.ts'

const read = (text: string) => {
  const claim = parseClaim(text, binary)
  return isOnMetric(claim) ? { ...claim, metric: claim.metric.id } : claim
}

describe('a claim that can be read', () => {
  it.each([
    ['auc better than champion', { kind: 'better-than-champion', metric: 'auc' }],
    ['auc better than champion by 0.01', { kind: 'better-than-champion', metric: 'auc', margin: 0.01 }],
    [
      'auc >= 0.8 on region = north',
      { metric: 'auc', scope: { kind: 'where', conditions: [{ column: 'region', comparator: '=', value: 'north' }] } },
    ],
    [
      'AUC ≥ 0.8 ON "home town"=\'New York\' AND age ≥ 25',
      {
        scope: {
          kind: 'where',
          conditions: [
            { column: 'home town', comparator: '=', value: 'New York' },
            { column: 'age', comparator: '>=', value: '25' },
          ],
        },
      },
    ],
    ['auc >= 0.8 on every region', { scope: { kind: 'every', columns: ['region'] } }],
    ['auc >= 0.8 on every age_band and sex', { scope: { kind: 'every', columns: ['age_band', 'sex'] } }],
    [
      'auc >= 0.8 with at least 200 rows on day != 2024-01-01 at alpha 0.01',
      {
        alpha: 0.01,
        leastRows: 200,
        scope: { kind: 'where', conditions: [{ column: 'day', comparator: '!=', value: '2024-01-01' }] },
      },
    ],
    ['calibrated', { kind: 'calibrated', within: 0.05 }],
    ['calibrated within 0.02 at alpha 0.05', { kind: 'calibrated', within: 0.02, alpha: 0.05 }],
    ['fair by sex', { kind: 'fair', by: ['sex'], value: 0.8 }],
    ['impact-ratio by sex and age-band >= 0.9', { kind: 'impact-ratio', by: ['sex', 'age-band'], value: 0.9 }],
    ['equal opportunity by sex within 0.05', { kind: 'equal-opportunity', by: ['sex'], value: 0.05 }],
    ['equalized odds by "job title" within .1', { kind: 'equalized-odds', by: ['job title'], value: 0.1 }],
    ['predictive parity by sex within 0.05', { kind: 'predictive-parity', by: ['sex'], value: 0.05 }],
    ['latency p95 <= 200 ms', { kind: 'latency', quantile: 0.95, value: 200 }],
    ['latency median <= 0.5 s', { kind: 'latency', quantile: 0.5, value: 500 }],
    ['model size <= 50 MB', { kind: 'model-size', value: 50e6, size: '50 MB' }],
    ['Model Size ≤ 1 GiB', { kind: 'model-size', value: 2 ** 30 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject({ ...expected, text })
  })
})

describe('a claim that cannot be read', () => {
  it.each([
    [
      'auc >= 0.8 on',
      'Expected the name of a column after \'on\' but found nothing (claim "auc >= 0.8 on", column 14)',
    ],
    ['auc >= 0.8 on region', "Expected '=', '!=', '<', '<=', '>', '>=' after 'region' but found nothing"],
    ['auc >= 0.8 on region =', "Expected a value after '=' but found nothing"],
    ['auc >= 0.8 on age < young', "Expected a number after '<' but found 'young'"],
    ['auc >= 0.8 on every', "Expected the name of a column after 'every' but found nothing"],
    ['auc >= 0.8 on a = 1 on b = 2', "Expected the claim to end but found 'on'"],
    ['auc >= 0.8 at alpha 0.5', 'Expected an alpha above 0 and at most 0.25 but found 0.5'],
    ['auc >= 0.8 at level 0.9', "Expected 'alpha' but found 'level'"],
    ['auc >= 0.8 with at least 2.5 rows', 'Expected a whole number of rows but found 2.5'],
    ['auc >= 0.8 with at least 200', "Expected 'rows' but found nothing"],
    ['auc better then champion', "Expected 'than' but found 'then'"],
    ['fair for sex', "Expected 'by' but found 'for'"],
    ['fair by sex on region = north', 'Only claims on a metric can be about some of the rows'],
    ['equal opportunity by sex', "Expected 'within' but found nothing"],
    ['equal opportunity by sex within 5', 'Expected a difference above 0 and below 1 but found 5'],
    ['impact ratio by sex within 0.8', "Expected '>=' after the column but found 'within'"],
    ['calibrated within 0', 'Expected a difference above 0 and below 1 but found 0'],
    ['latency <= 200 ms', "Expected 'median' or a percentile such as 'p95' after 'latency' but found '<='"],
    ['latency p95 <= 200', 'Expected a unit after 200: ms, s but found nothing'],
    ['model size <= 50 parsecs', "Expected a unit after 50: b, kb, mb, gb, kib, mib, gib but found 'parsecs'"],
    ['model size <= 0 MB', 'Expected a number above 0 but found 0'],
  ])('%s', (text, message) => {
    expect(() => parseClaim(text, binary)).toThrow(UserError)
    expect(() => parseClaim(text, binary)).toThrow(message)
  })

  it.each(['fair by sex', 'calibrated', 'equal opportunity by sex within 0.1'])('%s, of a number', text => {
    expect(() => parseClaim(text, regression)).toThrow('The task regression has no such claim')
  })
})

it('budgets and slices are for every task', () => {
  expect(parseClaim('model size <= 5 MB', regression).kind).toBe('model-size')
  expect(parseClaim('latency p99 <= 20 ms', regression).kind).toBe('latency')
  expect(parseClaim('r2 >= 0.5 on every region', regression)).toMatchObject({ scope: { columns: ['region'] } })
})

it('columns are those of slices and groups', () => {
  const claims = ['auc >= 0.8', 'auc >= 0.8 on a = 1 and b < 2', 'auc >= 0.8 on every c', 'fair by d and e'].map(text =>
    parseClaim(text, binary),
  )
  expect(columnsOfClaims(claims)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(parseGrouping('sex and "age band"')).toEqual(['sex', 'age band'])
})
