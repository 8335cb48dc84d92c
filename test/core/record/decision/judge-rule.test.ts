import { describe, expect, it } from 'vitest'
import type { EvidenceDocument } from '../../../../src/core/record/decision/evidence-document.ts'
import { decideBy, document, driftDocument, modelDocument, outcomeOf } from '../judged.ts'

const floor = { gate: 'model-certify', metric: 'f1', comparator: '>=', threshold: 0.8 }
const f1 = (value: number | null, interval?: [number, number], more = {}) =>
  modelDocument({ f1: { value, ...(interval && { interval, level: 0.95 }), ...more } })
const check = (id: string, status: 'pass' | 'warn' | 'fail' | 'inconclusive', measured?: object) => ({
  id,
  title: id,
  status,
  reason: 'because',
  ...(measured && { measured }),
})
const checked = (...checks: ReturnType<typeof check>[]) => [document('data-validate', { checks } as never)]
const unreadable: EvidenceDocument = { gate: 'model-certify', sha256: 'a'.repeat(64), unreadable: 'it is no JSON' }

describe('a metric against a threshold', () => {
  it.each([
    ['the whole interval beyond', floor, f1(0.9, [0.85, 0.95]), 'passed'],
    ['the lower end on the limit', floor, f1(0.9, [0.8, 0.95]), 'passed'],
    [
      'the lower end on the limit, which is to be exceeded',
      { ...floor, comparator: '>' },
      f1(0.9, [0.8, 0.95]),
      'inconclusive',
    ],
    ['the limit inside the interval', floor, f1(0.9, [0.75, 0.95]), 'inconclusive'],
    ['the whole interval below', floor, f1(0.7, [0.6, 0.79]), 'failed'],
    ['a ceiling and the whole interval below', { ...floor, comparator: '<=' }, f1(0.7, [0.6, 0.8]), 'passed'],
    ['a ceiling with the upper end on it', { ...floor, comparator: '<' }, f1(0.7, [0.6, 0.8]), 'inconclusive'],
    ['a ceiling and the whole interval above', { ...floor, comparator: '<' }, f1(0.9, [0.8, 0.95]), 'failed'],
    ['the value alone, beyond', { ...floor, bound: 'point' }, f1(0.8), 'passed'],
    ['the value alone, below', { ...floor, bound: 'point' }, f1(0.79, [0.7, 0.99]), 'failed'],
    ['the benefit of the doubt', { ...floor, bound: 'upper' }, f1(0.7, [0.6, 0.81]), 'passed'],
    ['no benefit left', { ...floor, bound: 'upper' }, f1(0.7, [0.6, 0.79]), 'failed'],
    ['no interval', floor, f1(0.99), 'inconclusive'],
    ['an interval upside down', floor, f1(0.9, [0.95, 0.85]), 'inconclusive'],
    ['a metric that is undefined', floor, f1(null), 'inconclusive'],
    ['another metric only', { ...floor, metric: 'auc' }, f1(0.9, [0.85, 0.95]), 'inconclusive'],
    ['rows enough', { ...floor, 'min-rows': 1000 }, f1(0.9, [0.85, 0.95]), 'passed'],
    ['a row too few', { ...floor, 'min-rows': 1001 }, f1(0.9, [0.85, 0.95]), 'inconclusive'],
    ['an interval sure enough', { ...floor, 'min-level': 0.95 }, f1(0.9, [0.85, 0.95]), 'passed'],
    ['an interval less sure', { ...floor, 'min-level': 0.99 }, f1(0.9, [0.85, 0.95]), 'inconclusive'],
    [
      'an interval of no known level',
      { ...floor, 'min-level': 0.5 },
      f1(0.9, [0.85, 0.95], { level: undefined }),
      'inconclusive',
    ],
  ] as const)('%s: %#', (_, rule, evidence, status) => {
    expect(outcomeOf(rule, [evidence]).status).toBe(status)
  })

  it('says what was expected and what was found, and lists it', () => {
    expect(outcomeOf(floor, [f1(0.7, [0.6, 0.79])])).toEqual({
      rule: 'it',
      title: 'model-certify: f1 at least 0.8',
      status: 'failed',
      reason: 'Expected f1 to be at least 0.8 by the lower end of its interval but found 0.7 [0.6, 0.79] (1 000 rows)',
      hint: 'Improve the model; where it may stand as it is, the owner of the policy can waive the rule for this model',
      required: { comparator: '>=', value: 0.8, bound: 'lower' },
      measured: [{ of: 'f1', status: 'failed', value: 0.7, interval: [0.6, 0.79], level: 0.95, n: 1000 }],
    })
    expect(outcomeOf(floor, [f1(0.9, [0.85, 0.95])]).reason).toBe('f1 0.9 [0.85, 0.95] (1 000 rows)')
  })
})

describe('slices', () => {
  const every = { ...floor, slice: '*' }
  const slices = {
    north: { value: 0.9, interval: [0.85, 0.95] as [number, number] },
    south: { value: 0.8, interval: [0.7, 0.9] as [number, number] },
    east: { value: 0.6, interval: [0.5, 0.7] as [number, number] },
  }
  const { north, south, east } = slices

  it('must all hold where every one is asked for, the worst are told first', () => {
    expect(outcomeOf(every, [modelDocument({}, { north })]).status).toBe('passed')
    expect(outcomeOf(every, [modelDocument({}, { north, south })]).status).toBe('inconclusive')
    const all = outcomeOf(every, [modelDocument({}, { north, south, east })])
    expect(all.status).toBe('failed')
    expect(all.measured?.map(({ of }) => of)).toEqual(['f1 on east', 'f1 on south', 'f1 on north'])
    expect(all.reason).toContain('Expected each of 3 to be at least 0.8')
  })

  it('are found by their whole name, and by the columns that make them', () => {
    expect(outcomeOf({ ...floor, slice: 'north' }, [modelDocument({}, { north, east })]).status).toBe('passed')
    expect(outcomeOf({ ...floor, slice: 'nort' }, [modelDocument({}, { north })]).status).toBe('inconclusive')
    expect(outcomeOf({ ...every, by: 'region' }, [modelDocument({}, { north })]).status).toBe('passed')
    expect(outcomeOf({ ...every, by: 'age' }, [modelDocument({}, { north })])).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected it in the evidence of model-certify but found no f1 on any slice by age',
    })
  })

  it('are missed where there are none, and are not what holds over all rows', () => {
    expect(outcomeOf(every, [modelDocument({ f1: { value: 0.9, interval: [0.85, 0.95] } })]).status).toBe(
      'inconclusive',
    )
    expect(outcomeOf(floor, [modelDocument({}, { north })]).status).toBe('inconclusive')
  })

  it('of which the gate has too few rows decide nothing, not even by their value', () => {
    for (const bound of ['lower', 'point'])
      expect(outcomeOf({ ...every, bound }, [modelDocument({}, { north: { ...north, few: true } })]).status).toBe(
        'inconclusive',
      )
  })

  it('must each rest on rows enough', () => {
    const rule = { ...every, 'min-rows': 100 }
    expect(
      outcomeOf(rule, [modelDocument({}, { north: { ...north, n: 100 }, south: { ...north, n: 99 } })]),
    ).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('f1 on south rests on 99 rows, of at least 100'),
    })
  })
})

describe('drift of features', () => {
  const ceiling = { gate: 'drift-compare', metric: 'psi', feature: 'income', comparator: '<', threshold: 0.2 }
  const columns = [
    { column: 'income', method: 'wasserstein', effect: 0.02, psi: 0.1 },
    { column: 'age', method: 'wasserstein', effect: 0.4, psi: 0.3 },
  ]

  it.each([
    ['a value that is only reported has no interval', ceiling, 'inconclusive'],
    ['a value that is only reported, by itself', { ...ceiling, bound: 'point' }, 'passed'],
    ['another column', { ...ceiling, feature: 'age', bound: 'point' }, 'failed'],
    ['the method that decides, by its interval', { ...ceiling, metric: 'wasserstein' }, 'passed'],
    ['every column', { ...ceiling, feature: '*', bound: 'point' }, 'failed'],
    ['the share of missing values of every column', { ...ceiling, metric: 'missing-share', feature: '*' }, 'passed'],
    ['a column that was not compared', { ...ceiling, feature: 'city', bound: 'point' }, 'inconclusive'],
  ] as const)('%s', (_, rule, status) => {
    expect(outcomeOf(rule, [driftDocument(columns)]).status).toBe(status)
  })

  it('is undecided where one of the columns lacks the metric, so that none leaves the rule by another method', () => {
    const rule = { ...ceiling, feature: '*', bound: 'point', threshold: 1 }
    expect(outcomeOf(rule, [driftDocument(columns)]).status).toBe('passed')
    expect(outcomeOf(rule, [driftDocument([...columns, { column: 'city' }])])).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('found no psi of city'),
    })
    expect(outcomeOf(rule, [driftDocument([])]).status).toBe('inconclusive')
  })
})

describe('a check', () => {
  const passed = { gate: 'data-validate', check: 'rows.enough', require: 'passed' }
  const below = { gate: 'data-validate', check: 'rows.enough', comparator: '<=', threshold: 3, bound: 'point' }

  it.each([
    ['passed', passed, [check('rows.enough', 'pass')], 'passed'],
    ['with a warning', passed, [check('rows.enough', 'warn')], 'passed'],
    ['failed', passed, [check('rows.enough', 'fail')], 'failed'],
    ['undecided', passed, [check('rows.enough', 'inconclusive')], 'inconclusive'],
    ['of another name', passed, [check('rows.enough.not', 'pass')], 'inconclusive'],
    ['twice, once failed', passed, [check('rows.enough', 'pass'), check('rows.enough', 'fail')], 'failed'],
    ['its value below', below, [check('rows.enough', 'fail', { value: 3 })], 'passed'],
    ['its value above', below, [check('rows.enough', 'pass', { value: 4 })], 'failed'],
    ['without a value', below, [check('rows.enough', 'pass')], 'inconclusive'],
    ['a value that is a text', below, [check('rows.enough', 'pass', { value: '3' })], 'inconclusive'],
    ['a value that is yes', below, [check('rows.enough', 'pass', { value: true })], 'inconclusive'],
    ['of unknown rows', { ...passed, 'min-rows': 1 }, [check('rows.enough', 'pass')], 'inconclusive'],
    ['of rows enough', { ...passed, 'min-rows': 5 }, [check('rows.enough', 'pass', { value: 1, n: 5 })], 'passed'],
  ] as const)('%s', (_, rule, checks, status) => {
    expect(outcomeOf(rule, checked(...checks)).status).toBe(status)
  })
})

describe('a whole gate', () => {
  const gate = { gate: 'data-validate', require: 'passed' }

  it('must have passed', () => {
    expect(outcomeOf(gate, checked(check('a', 'pass')))).toMatchObject({
      status: 'passed',
      reason: '1 check, finished on 2026-11-23 05:00 UTC',
    })
    expect(outcomeOf(gate, checked(check('a', 'fail'))).status).toBe('failed')
    expect(outcomeOf(gate, checked(check('a', 'inconclusive'))).status).toBe('inconclusive')
    expect(outcomeOf(gate, checked()).status).toBe('inconclusive')
  })
})

describe('evidence that decides nothing', () => {
  it('is none, is unreadable, or has no numbers', () => {
    expect(outcomeOf(floor, [])).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected model-certify.evidence.json but found none',
    })
    expect(outcomeOf(floor, [unreadable])).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected model-certify.evidence.json to be evidence of model-certify but it is no JSON',
    })
    expect(outcomeOf(floor, [document('model-certify')]).status).toBe('inconclusive')
  })

  it('is stale, to the second, or from the future', () => {
    const rule = { gate: 'data-validate', require: 'passed', 'max-age-days': 7 }
    const finished = '2026-11-16T06:00:00Z'
    const old = [document('data-validate', { run: { startedAt: finished, finishedAt: finished } })]
    expect(outcomeOf(rule, old, '2026-11-23T06:00:00Z').status).toBe('passed')
    expect(outcomeOf(rule, old, '2026-11-23T06:00:01Z')).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected data-validate to have finished in the last 7 days but it did on 2026-11-16T06:00:00Z',
    })
    expect(outcomeOf(rule, old, '2026-11-16T05:55:00Z').status).toBe('passed')
    expect(outcomeOf(rule, old, '2026-11-16T05:54:59Z').status).toBe('inconclusive')
  })
})

it('takes nothing for certified: a policy of rules about gates that never ran', () => {
  const { verdict, rules } = decideBy({ require: [], rules: [{ id: 'it', ...floor }] }, [])
  expect(verdict).toBe('inconclusive')
  expect(rules.find(({ rule }) => rule === 'evidence')?.reason).toBe(
    'Expected evidence of at least one gate but found none',
  )
})

it('refuses where only the place of the policy is known, and where nobody was asked for approval', () => {
  const here = [document('data-validate')]
  const place = decideBy({ require: ['data-validate'], from: { file: 'policy.yml' } }, here)
  expect(place.verdict).toBe('inconclusive')
  const roles = { compliance: { users: ['carol'] } }
  const approvals = decideBy({ require: ['data-validate'], approvals: [{ role: 'compliance' }], roles }, here)
  expect(approvals.verdict).toBe('inconclusive')
  expect(approvals.rules.at(-1)?.reason).toContain('Expected approvals by compliance')
})
