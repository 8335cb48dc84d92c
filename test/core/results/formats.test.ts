import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Check } from '../../../src/core/evidence.ts'
import * as formats from '../../../src/core/results/formats/index.ts'
import { judgeResults } from '../../../src/core/results/judge-results.ts'
import { openResults } from '../../../src/core/results/read-results.ts'
import type { ResultThresholds } from '../../../src/core/results/thresholds.ts'

const CASES = resolve('test/cases/results')
const cases = Object.values(formats).flatMap(({ id, gate }) =>
  readdirSync(`${CASES}/${id}`).map(name => ({ name: `${id}/${name}`, id, gate, folder: `${CASES}/${id}/${name}` })),
)
type Gate = (typeof formats)['dbt']['gate']

function judge(text: string, gate: Gate, thresholds: ResultThresholds = {}, folder = '') {
  const { format, read } = openResults('source.json', text, gate)
  const results = read(name =>
    existsSync(`${folder}/${name}`) ? JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) : undefined,
  )
  return { format, checks: judgeResults([{ file: 'source.json', format, results }], thresholds, 'results') }
}
const one = (text: string, gate: Gate, thresholds: ResultThresholds = {}) => judge(text, gate, thresholds).checks[0]

describe('results that the real tools have written', () => {
  it.each(cases)('$name', async ({ id, gate, folder }) => {
    const { format, checks } = judge(readFileSync(`${folder}/source.json`, 'utf8'), gate, {}, folder)
    expect(format.id).toBe(id)
    expect(new Set(checks.map(check => check.id)).size).toBe(checks.length)
    for (const check of checks) {
      Check.parse(check)
      // What the tool itself reports as broken never passes here.
      const said = check.importedFrom?.said
      if (said === 'fail' || said === 'error' || said === 'skipped') expect(check.status).toMatch(/fail|inconclusive/)
    }
    await expect(`${JSON.stringify(checks, null, 2)}\n`).toMatchFileSnapshot(`${folder}/checks.json`)
  })
})

const drift = (method: string, value: string, threshold: number, tests = '[]') =>
  `{"metrics":[{"id":"m","metric_name":"x","config":{"type":"evidently:metric_v2:ValueDrift","column":"age","method":"${method}","threshold":${threshold}},"value":${value}}],"tests":${tests}}`
const told = (status: string) =>
  `[{"id":"drift","name":"drift of age","metric_config":{"metric_id":"m"},"test_config":{},"status":"${status}"}]`

describe('a drift score', () => {
  // Evidently 0.7.21: exactly at the threshold a column has drifted by some methods and not by others.
  it.each([
    ['ks', 'fail'],
    ['K-S p_value', 'fail'],
    ['cramer_von_mises', 'fail'],
    ['Cramer-von Mises', 'fail'],
    ['chisquare', 'pass'],
    ['z', 'pass'],
    ['Z-test p_value', 'pass'],
    ['g_test', 'pass'],
    ['TVD', 'pass'],
    ['psi', 'fail'],
    ['PSI', 'fail'],
    ['jensenshannon', 'fail'],
    ['kl_div', 'fail'],
    ['wasserstein', 'fail'],
    ['Wasserstein distance (normed)', 'fail'],
    ['ed', 'pass'],
    ['Energy-distance', 'pass'],
  ])('of %s at the threshold: %s', (method, status) => {
    expect(one(drift(method, '0.1', 0.1), 'drift-compare')?.status).toBe(status)
  })

  it.each([
    ['psi', '0.2', 'fail'],
    ['psi', '0.05', 'pass'],
    ['psi', 'Infinity', 'fail'],
    ['ks', '0.2', 'pass'],
    ['ks', '0.05', 'fail'],
    ['psi', 'NaN', 'inconclusive'],
    ['psi', 'null', 'inconclusive'],
    ['a method of tomorrow', '0.2', 'inconclusive'],
  ])('of %s that is %s: %s', (method, value, status) => {
    expect(one(drift(method, value, 0.1), 'drift-compare')?.status).toBe(status)
  })

  it('that broke its threshold fails though the tool calls it a success, and the contradiction is told', () => {
    expect(one(drift('psi', '0.3', 0.1, told('SUCCESS')), 'drift-compare')).toMatchObject({
      status: 'fail',
      reason: 'Expected < 0.1 but found 0.3; but Evidently 0.7 says pass: the file contradicts itself',
      importedFrom: { tool: 'Evidently', said: 'pass' },
    })
  })

  it('within its threshold that the tool calls a failure is inconclusive', () => {
    expect(one(drift('psi', '0.01', 0.1, told('FAIL')), 'drift-compare')?.status).toBe('inconclusive')
  })

  it.each(['ERROR', 'SKIPPED'])('with a test that ended as %s is inconclusive', status => {
    expect(one(drift('psi', '0.01', 0.1, told(status)), 'drift-compare')?.status).toBe('inconclusive')
  })

  it.each([[{ age: 0.5 }], [{ psi: 0.5 }], [{ 'value-drift.age': 0.5 }], [{ psi: '< 0.5' }]])(
    'is held against the threshold of the settings where there is one: %j',
    thresholds => {
      expect(one(drift('psi', '0.3', 0.1, told('FAIL')), 'drift-compare', thresholds)).toMatchObject({
        status: 'pass',
        required: { comparator: '<', value: 0.5 },
        reason: 'Expected < 0.5 and found 0.3, a bound of the settings; by its own bound Evidently 0.7 says fail',
      })
    },
  )

  it('for which no threshold of the settings is meant is an error with what was meant', () => {
    expect(() => judge(drift('psi', '0.3', 0.1), 'drift-compare', { agee: 0.5 })).toThrow(
      expect.objectContaining({ code: 'settings.threshold', hint: 'Did you mean age?' }),
    )
  })
})

it('a rounded score so near its threshold that one cannot tell is inconclusive', () => {
  const suite = (score: number) =>
    JSON.stringify({
      version: '0.4.40',
      timestamp: 'x',
      summary: { total_tests: 1 },
      tests: [
        {
          name: 'Drift per Column',
          status: 'SUCCESS',
          parameters: { stattest: 'K-S p_value', score, threshold: 0.05, detected: false, column_name: 'age' },
        },
      ],
    })
  expect(one(suite(0.05), 'drift-compare')?.status).toBe('inconclusive')
  expect(one(suite(0.051), 'drift-compare')?.status).toBe('pass')
})

describe('a file', () => {
  it('that asks nothing is inconclusive', () => {
    const text = '{"metrics":[],"tests":[]}'
    expect(judge(text, 'drift-compare').checks).toMatchObject([{ id: 'evidently.results', status: 'inconclusive' }])
  })

  it('of measured numbers alone is decided by the settings', () => {
    const text = readFileSync(`${CASES}/deequ-metrics/metrics/source.json`, 'utf8')
    expect(judge(text, 'data-validate', { 'Completeness.age': '>= 0.95' }).checks).toMatchObject([
      { id: 'deequ.Completeness.age', status: 'fail', measured: { value: 2 / 3 }, required: { value: 0.95 } },
    ])
    expect(() => judge(text, 'data-validate', { 'Completeness.age': 0.95 })).toThrow(/Expected a comparator/)
  })

  it('that lists fewer expectations than were evaluated is inconclusive', () => {
    const source = JSON.parse(readFileSync(`${CASES}/great-expectations/0-18/source.json`, 'utf8'))
    source.results = source.results.filter((each: { success: boolean }) => each.success)
    expect(one(JSON.stringify(source), 'data-validate')).toMatchObject({
      id: 'great-expectations.results',
      status: 'inconclusive',
      reason: expect.stringContaining('it lists 4 of 5 expectations'),
    })
  })

  it.each([
    ['no JSON', '<html>', 'results.syntax'],
    ['JSON of another kind', '{"a":1}', 'results.unknown'],
    ['for another gate', drift('psi', '0.1', 0.1), 'results.gate'],
    ['nested too deeply', '['.repeat(100_000), 'results.syntax'],
    ['another shape inside', '[{"constraint":"x","constraint_status":"Perhaps"}]', 'results.shape'],
    ['a bare word that is none of Python’s', '[{"a": undefined}]', 'results.syntax'],
  ])('%s is refused in one sentence', (_, text, code) => {
    expect(() => openResults('f.json', text, 'data-validate').read(() => undefined)).toThrow(
      expect.objectContaining({ code, file: 'f.json', message: expect.stringMatching(/^Expected .*f\.json/) }),
    )
  })

  it('with NaN or Infinity inside a text keeps them', () => {
    const text = drift('psi', '0.3', 0.1, told('FAIL').replace('drift of age', 'NaN \\" -Infinity'))
    expect(one(text, 'drift-compare')?.status).toBe('fail')
  })
})
