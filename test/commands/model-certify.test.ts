import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { Evidence } from '../../src/core/evidence.ts'
import * as metrics from '../../src/core/model/metrics/binary/index.ts'
import { UserError } from '../../src/core/user-error.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { isConfigured } from '../harness/is-configured.ts'

const credit = (name: string) =>
  readFileSync(new URL(`../../examples/credit/predictions-${name}.csv`, import.meta.url), 'utf8')

const SETTINGS = `
certify:
  predictions: own.csv
  champion: its.csv
  label: status
  positive: bad
  score: p_bad
`
const CLAIMS = `  claims:
    - auc >= 0.78
    - accuracy >= 0.75
    - auc no worse than champion by 0.01
    - accuracy no worse than champion by 0.01
`

async function run(yaml: string, files: Record<string, string>) {
  const { ports, written } = portsOf(files)
  const { evidence, path, error } = await produceEvidence(modelCertify, settingsOf(yaml), ports, '.proofmark')
  expect(Evidence.parse(JSON.parse(written.get(path) ?? ''))).toEqual(evidence)
  if (evidence.gate !== 'model-certify') throw new Error('Another gate')
  return { evidence, error, status: Object.fromEntries(evidence.checks.map(({ id, status }) => [id, status])) }
}

/** Rows from row to row with one changed. */
const edit = (csv: string, from: string, to: string) => {
  expect(csv).toContain(from)
  return csv.replace(from, to)
}

describe('the credit models under one set of claims', () => {
  it('the champion, against itself, passes', async () => {
    const { evidence, status } = await run(SETTINGS + CLAIMS, {
      'own.csv': credit('champion'),
      'its.csv': credit('champion'),
    })
    expect(evidence.verdict).toBe('passed')
    expect(status).toEqual({
      'predictions.rows': 'pass',
      'champion.rows': 'pass',
      'champion.rows-match': 'warn',
      'auc.floor': 'pass',
      'accuracy.floor': 'pass',
      'auc.no-worse-than-champion': 'pass',
      'accuracy.no-worse-than-champion': 'pass',
      'naive-baseline': 'pass',
      'suspicious-perfection': 'pass',
    })
    for (const { id, measured } of evidence.checks.filter(({ id }) => id.includes('.no-worse'))) {
      const [lower = 0, upper = 0] = measured?.interval ?? []
      expect(upper - lower, `width of ${id}`).toBeGreaterThan(0.005)
    }
  })

  it('the forest is inconclusive: as good, but on too few rows to say', async () => {
    const { evidence, status } = await run(SETTINGS + CLAIMS, {
      'own.csv': credit('forest'),
      'its.csv': credit('champion'),
    })
    expect(evidence.verdict).toBe('inconclusive')
    expect(status).toMatchObject({
      'champion.rows-match': 'pass',
      'auc.floor': 'pass',
      'accuracy.floor': 'pass',
      'auc.no-worse-than-champion': 'inconclusive',
      'accuracy.no-worse-than-champion': 'inconclusive',
    })
    expect(evidence.checks.find(({ id }) => id === 'auc.no-worse-than-champion')).toMatchObject({
      title: 'AUC no worse than champion (margin 0.01)',
      measured: { level: 0.95, method: 'delong-paired with mover', n: 1337 },
      required: { comparator: '>=', value: -0.01 },
      reason: 'The interval of the difference [-0.01585, 0.01779] contains the margin -0.01',
      hint: 'About 1 900 more labelled rows would settle it',
    })
  })

  it('the over-regularised model fails: its accuracy is worse', async () => {
    const { evidence, status } = await run(SETTINGS + CLAIMS, {
      'own.csv': credit('overregularised'),
      'its.csv': credit('champion'),
    })
    expect(evidence.verdict).toBe('failed')
    expect(status).toMatchObject({
      'auc.floor': 'pass',
      'accuracy.floor': 'inconclusive',
      'auc.no-worse-than-champion': 'inconclusive',
      'accuracy.no-worse-than-champion': 'fail',
    })
  })

  it('names what it read and shows its tables', async () => {
    const { evidence } = await run(SETTINGS + CLAIMS, { 'own.csv': credit('forest'), 'its.csv': credit('champion') })
    expect(evidence.materials).toMatchObject([
      { name: 'own.csv', role: 'predictions', rows: 1337 },
      { name: 'its.csv', role: 'champion', rows: 1337 },
    ])
    expect(evidence.result).toMatchObject({
      task: 'binary',
      n: 1337,
      positives: 376,
      threshold: 0.5,
      confusion: { tp: 180, fp: 93, fn: 196, tn: 868 },
      claims: [
        { claim: 'auc >= 0.78', check: 'auc.floor' },
        { claim: 'accuracy >= 0.75', check: 'accuracy.floor' },
        { claim: 'auc no worse than champion by 0.01', check: 'auc.no-worse-than-champion' },
        { claim: 'accuracy no worse than champion by 0.01', check: 'accuracy.no-worse-than-champion' },
      ],
    })
    expect(evidence.result?.comparisons.map(({ id }) => id).toSorted()).toEqual(
      Object.values(metrics)
        .map(({ id }) => id)
        .filter(id => id !== 'expected-cost')
        .toSorted(),
    )
  })

  it('depends on the order of the rows only where random numbers are drawn by the digest of the file', async () => {
    const [header = '', ...rows] = credit('champion').trimEnd().split('\n')
    const turned = [header, ...rows.toReversed()].join('\n')
    const straight = await run(SETTINGS + CLAIMS, { 'own.csv': credit('forest'), 'its.csv': credit('champion') })
    const shuffled = await run(SETTINGS + CLAIMS, { 'own.csv': credit('forest'), 'its.csv': turned })
    expect(shuffled.evidence.checks).toEqual(straight.evidence.checks)
    const drawn = ({ method, ...row }: { method?: string | undefined; id: string; value: number | null; n: number }) =>
      method?.startsWith('bca') ? [row.id, row.value, row.n] : row
    const exact = ({ evidence: { result } }: typeof straight) => ({
      ...result,
      metrics: result?.metrics.map(drawn),
      comparisons: result?.comparisons.map(({ equality, ...row }) => [
        drawn(row),
        equality?.test,
        equality?.test === 'mcnemar-exact' ? equality.pValue : undefined,
      ]),
    })
    expect(exact(shuffled)).toEqual(exact(straight))
    const again = await run(SETTINGS + CLAIMS, { 'own.csv': credit('forest'), 'its.csv': turned })
    expect(again.evidence.result).toEqual(shuffled.evidence.result)
  })
})

describe('nothing passes on faulty predictions', () => {
  it.each([
    ['an empty score', '2410,good,0.009727590066396048', '2410,good,'],
    ['NaN', '2410,good,0.009727590066396048', '2410,good,nan'],
    ['a repeated id', '2410,good,', '2125,good,'],
    ['a third class', '2410,good,', '2410,unknown,'],
  ])('%s', async (_, from, to) => {
    const own = edit(credit('champion'), from, to)
    const { evidence, status } = await run(SETTINGS + CLAIMS, { 'own.csv': own, 'its.csv': credit('champion') })
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.result).toMatchObject({ n: 1337, positives: null, confusion: null, metrics: [], comparisons: [] })
    for (const { check } of evidence.result?.claims ?? []) expect(status[check]).toBe('inconclusive')
    expect(evidence.result?.claims).toHaveLength(4)
    expect(evidence.checks[0]?.locations?.[0]).toMatchObject({ file: 'own.csv', line: 3 })
  })

  it('hardly any rows: intervals, but no decision', async () => {
    const two = 'id,status,p_bad\n1,bad,0.9\n2,good,0.1\n'
    const { evidence, status } = await run(SETTINGS + CLAIMS, { 'own.csv': two, 'its.csv': two })
    expect(evidence.verdict).toBe('inconclusive')
    for (const { check } of evidence.result?.claims ?? []) expect(status[check]).toBe('inconclusive')
    expect(evidence.result?.metrics.length).toBeGreaterThan(0)
    for (const { id, value, interval } of evidence.result?.metrics ?? []) {
      if (!interval) continue
      const [low, high] = interval
      expect(low, id).toBeLessThanOrEqual(value ?? Number.NaN)
      expect(high, id).toBeGreaterThanOrEqual(value ?? Number.NaN)
      expect(low, id).toBeLessThan(high)
    }
  })

  it('no rows', async () => {
    const { evidence } = await run(SETTINGS + CLAIMS, { 'own.csv': 'id,status,p_bad\n', 'its.csv': credit('champion') })
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.checks.filter(({ status }) => status === 'pass').map(({ id }) => id)).toEqual(['champion.rows'])
  })

  it("a champion that lacks a row decides no comparison, but the challenger's own claims stand", async () => {
    const its = edit(credit('champion'), '2410,good,0.009727590066396048\n', '')
    const { evidence, status } = await run(SETTINGS + CLAIMS, { 'own.csv': credit('champion'), 'its.csv': its })
    expect(evidence.verdict).toBe('inconclusive')
    expect(status).toMatchObject({
      'champion.ids': 'inconclusive',
      'auc.floor': 'pass',
      'auc.no-worse-than-champion': 'inconclusive',
      'accuracy.no-worse-than-champion': 'inconclusive',
    })
    expect(evidence.result?.comparisons).toEqual([])
  })
})

describe('what is asked must make sense', () => {
  it('no claims: the metrics are shown, nothing passes', async () => {
    const { evidence, status } = await run(SETTINGS.replace(/ {2}champion.*\n/, ''), { 'own.csv': credit('forest') })
    expect(evidence.verdict).toBe('inconclusive')
    expect(status).toMatchObject({ 'predictions.rows': 'pass', 'claims.none': 'inconclusive' })
    expect(evidence.result?.metrics).toHaveLength(Object.values(metrics).length - 1)
  })

  it('a champion that no claim mentions is worth a warning', async () => {
    const { evidence, status } = await run(`${SETTINGS}  claims: [auc >= 0.78]\n`, {
      'own.csv': credit('forest'),
      'its.csv': credit('champion'),
    })
    expect(evidence.verdict).toBe('passed')
    expect(status['champion.unused']).toBe('warn')
  })

  it.each([
    [
      'no predictions',
      'certify: { claims: [auc >= 0.8] }',
      'settings.missing',
      "Expected 'certify.predictions' to be set",
    ],
    [
      'no champion to compare with',
      'certify: { predictions: own.csv, claims: [auc no worse than champion] }',
      'settings.missing',
      `Expected 'certify.champion' to be set (input champion) for the claim "auc no worse than champion"`,
    ],
    [
      'a claim misspelt',
      'certify: { predictions: own.csv, claims: [auk >= 0.8] }',
      'claims.unknown-metric',
      "did you mean 'auc'?",
    ],
    [
      'a column misnamed',
      'certify: { predictions: own.csv, score: p_good }',
      'predictions.missing-column',
      'but found id, status and p_bad',
    ],
  ])('%s is an error of the settings', async (_, yaml, code, message) => {
    const { evidence, error } = await run(yaml, { 'own.csv': credit('forest') })
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ code, kind: 'input', message: expect.stringContaining(message) })
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.result).toBeNull()
  })

  it.each([
    ['certify: { predictions: own.csv }', true],
    ['certify: { claims: [auc >= 0.8] }', true],
    ['data: { files: [own.csv] }', false],
  ])('%s: configured is %s', (yaml, configured) => {
    expect(isConfigured('model-certify', settingsOf(yaml))).toBe(configured)
  })
})

describe('rows that belong together, or count more', () => {
  /** Rows of the credit data three times, as the rows of one customer. */
  const copies = (name: string) => {
    const [header = '', ...rows] = credit(name).trimEnd().split('\n')
    const lines = rows.slice(0, 500).flatMap((row, i) => [0, 1, 2].map(copy => `${copy}-${row},c${i},${1 + (i % 3)}`))
    return [`${header},customer,importance`, ...lines].join('\n')
  }
  const files = { 'own.csv': copies('forest'), 'its.csv': copies('champion') }
  const width = (interval: readonly number[] | undefined) =>
    (interval?.[1] ?? Number.NaN) - (interval?.[0] ?? Number.NaN)

  it('narrow no interval by repeating themselves', async () => {
    const some = (name: string) => credit(name).split('\n').slice(0, 501).join('\n')
    const alone = (await run(SETTINGS + CLAIMS, { 'own.csv': some('forest'), 'its.csv': some('champion') })).evidence
    const naive = (await run(SETTINGS + CLAIMS, files)).evidence
    const clustered = (await run(`${SETTINGS}  cluster: customer\n${CLAIMS}`, files)).evidence
    const of = (evidence: typeof alone, id: string) =>
      width(evidence.result?.metrics.find(row => row.id === id)?.interval)
    for (const id of ['accuracy', 'auc', 'f1', 'precision', 'recall', 'brier', 'log-loss']) {
      expect(of(naive, id) / of(alone, id), id).toBeLessThan(0.65)
      expect(of(clustered, id) / of(alone, id), id).toBeGreaterThan(0.9)
      expect(of(clustered, id) / of(alone, id), id).toBeLessThan(1.1)
    }
    expect(clustered.checks.find(({ id }) => id === 'auc.no-worse-than-champion')?.measured?.method).toBe(
      'student-t of the influence of rows, clustered (500 clusters)',
    )
  })

  it('are weighed', async () => {
    const { evidence } = await run(`${SETTINGS}  cluster: customer\n  weight: importance\n${CLAIMS}`, files)
    const accuracy = evidence.result?.metrics.find(({ id }) => id === 'accuracy')
    const rows = credit('forest').trimEnd().split('\n').slice(1, 501)
    const [header = ''] = credit('forest').split('\n')
    const at = (row: string, column: string) => row.split(',')[header.split(',').indexOf(column)] ?? ''
    let [right, all] = [0, 0]
    for (const [i, row] of rows.entries()) {
      const weight = 1 + (i % 3)
      all += weight
      if (Number(at(row, 'p_bad')) >= 0.5 === (at(row, 'status') === 'bad')) right += weight
    }
    expect(accuracy?.value).toBeCloseTo(right / all, 12)
    expect(accuracy?.method).toBe('korn-graubard, clustered (500 clusters), weighted')
  })
})
