import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { section } from '../../src/report/section.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { settingsOf } from '../core/model/settings-of.ts'

const example = (name: string) => readFileSync(new URL(`../../examples/credit/${name}`, import.meta.url), 'utf8')
const CREDIT =
  'predictions: own.csv, label: status, positive: bad, score: p_bad, favourable: good, attributes: rows.csv'

async function run(certify: string, files: Record<string, string>) {
  const { evidence, error } = await produceEvidence(
    modelCertify,
    settingsOf(`certify: { ${certify} }`),
    portsOf(files).ports,
    '.proofmark',
  )
  if (evidence.gate !== 'model-certify') throw new Error('Another gate')
  return { evidence, error, status: Object.fromEntries(evidence.checks.map(({ id, status }) => [id, status])) }
}

const files = { 'own.csv': example('predictions-champion.csv'), 'rows.csv': example('holdout.csv') }

describe('slices and groups of the credit model', () => {
  it('come from the table of the applications, by id', async () => {
    const claims = ['auc >= 0.7 on home = owner', 'auc >= 0.65 on every home', 'fair by job', 'calibrated']
    const { evidence, status } = await run(
      `${CREDIT}, slices: [marital, home], groups: [marital], claims: ${JSON.stringify(claims)}`,
      files,
    )
    expect(evidence.materials.map(({ role }) => role)).toEqual(['predictions', 'attributes'])
    expect(status).toMatchObject({
      'attributes.ids': 'pass',
      'auc.floor.home=owner': 'pass',
      'auc.floor.every-home': 'inconclusive',
      'fair.job': 'fail',
      calibrated: 'pass',
      'weak-segments': 'warn',
    })
    const { slices = [], fairness = [], calibration } = evidence.result ?? {}
    expect(slices.filter(({ by }) => by === 'marital').map(({ slice, metric }) => `${slice} ${metric}`)).toEqual(
      ['divorced', 'married', 'separated', 'single', 'widow'].map(name => `${name} auc`),
    )
    expect(fairness.map(({ by, favourable }) => [by, favourable])).toEqual([
      ['job', 'good'],
      ['marital', 'good'],
    ])
    expect(calibration?.bins).toHaveLength(10)
    const text = section(evidence)
    expect(text.length).toBeLessThan(11_000)
    expect(text).toContain('not shown to hold')
    expect(text).toContain('Groups by job, marital')
    expect(text).toContain('Reliability of the probabilities')
  })

  it('of whom the table lacks one decide nothing', async () => {
    const [header = '', ...rows] = files['rows.csv'].trimEnd().split('\n')
    const { evidence, status } = await run(`${CREDIT}, claims: ['auc >= 0.7', 'auc >= 0.7 on home = owner']`, {
      ...files,
      'rows.csv': [header, ...rows.slice(1)].join('\n'),
    })
    expect(evidence.verdict).toBe('inconclusive')
    expect(status).toMatchObject({ 'attributes.ids': 'inconclusive', 'auc.floor': 'inconclusive' })
    expect(evidence.checks.find(({ id }) => id === 'attributes.ids')?.reason).toBe(
      'Expected every id of own.csv to be in rows.csv but found 1 missing from rows.csv',
    )
  })

  it('of whom the table has one twice decide nothing', async () => {
    const [header = '', first = '', ...rows] = files['rows.csv'].trimEnd().split('\n')
    const { status } = await run(`${CREDIT}, claims: ['auc >= 0.7 on home = owner']`, {
      ...files,
      'rows.csv': [header, first, first, ...rows].join('\n'),
    })
    expect(status).toMatchObject({ 'attributes.id': 'inconclusive', 'auc.floor.home=owner': 'inconclusive' })
  })

  it('by a column that is not there say which there are', async () => {
    const { error } = await run(`${CREDIT}, claims: ['auc >= 0.7 on hmoe = owner']`, files)
    expect(String(error)).toContain("Expected a column 'hmoe' but found id, status, seniority, home")
    const { error: without } = await run(
      `${CREDIT.replace(', attributes: rows.csv', '')}, claims: ['auc >= 0.7 on home = owner']`,
      files,
    )
    expect(without).toMatchObject({
      hint: "Write the column into the file, or set 'attributes' to a table that has it by id",
    })
  })

  it('are not read where nothing asks for them', async () => {
    const { evidence } = await run(`${CREDIT}, claims: ['auc >= 0.7']`, files)
    expect(evidence.materials.map(({ role }) => role)).toEqual(['predictions'])
    expect(evidence.result).not.toHaveProperty('slices')
    expect(section(evidence)).not.toContain('Reliability')
  })
})

describe('budgets', () => {
  const timed = (n: number, slow: number) => {
    const rows = Array.from(
      { length: n },
      (_, i) => `${i},${i % 2},${i % 2 ? 0.8 : 0.3},${i < slow ? 500 : 20 + (i % 50)}`,
    )
    return ['id,label,score,ms', ...rows].join('\n')
  }

  it.each([
    [400, 0, 'pass'],
    [400, 60, 'fail'],
    [400, 20, 'inconclusive'],
    [60, 0, 'inconclusive'],
  ])('of latency, %d rows of which %d are slow: %s', async (n, slow, expected) => {
    const { evidence, status } = await run("predictions: own.csv, latency: ms, claims: ['latency p95 <= 100 ms']", {
      'own.csv': timed(n, slow),
    })
    expect(status.latency).toBe(expected)
    const check = evidence.checks.find(({ id }) => id === 'latency')
    if (n === 60) expect(check?.hint).toBe('Measure at least 72 predictions')
  })

  it('of latency need the column', async () => {
    const { error } = await run("predictions: own.csv, claims: ['latency p95 <= 100 ms']", { 'own.csv': timed(100, 0) })
    expect(String(error)).toContain(`Expected 'certify.latency' to be set (input latency) for the claim`)
  })

  it('of latency take no time below 0', async () => {
    const { status } = await run("predictions: own.csv, latency: ms, claims: ['latency p95 <= 100 ms']", {
      'own.csv': timed(100, 0).replace('0,0,0.3,20', '0,0,0.3,-1'),
    })
    expect(status).toMatchObject({ 'predictions.latency': 'inconclusive', latency: 'inconclusive' })
  })

  it('of size need a model', async () => {
    const { status } = await run("predictions: own.csv, claims: ['model size <= 1 MB']", { 'own.csv': timed(100, 0) })
    expect(status['model-size']).toBe('inconclusive')
  })
})
