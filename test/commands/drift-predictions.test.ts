import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { driftCompare } from '../../src/commands/drift-compare.ts'
import { DriftResult } from '../../src/core/drift/result.ts'
import { Check } from '../../src/core/evidence.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { performanceFigure } from '../../src/report/figures/performance.ts'
import { performanceLines } from '../../src/report/performance-lines.ts'
import { inMemory } from '../core/drift/in-memory.ts'
import { random } from '../core/drift/random.ts'

interface Rows {
  readonly n: number
  readonly seed: number
  /** Added to what the score says, in log odds: other rows, of which the model is as right. */
  readonly shift?: number
  /** How much the truth still follows the score: 1 as the model believes. */
  readonly slope?: number
  readonly labels?: boolean
}

/** Predictions of a calibrated model, of which region a and b have half each; in region b `slope` may be another one. */
function predictions({ n, seed, shift = 0, slope = 1, labels = true }: Rows, inB = slope): string {
  const { normal, uniform } = random(seed)
  const lines = Array.from({ length: n }, (_, i) => {
    const odds = 1.6 * normal() + shift
    const truth = uniform() < 1 / (1 + Math.exp(-(i % 2 === 0 ? slope : inB) * odds))
    const cells = [
      i,
      (1 / (1 + Math.exp(-odds))).toFixed(5),
      i % 2 === 0 ? 'a' : 'b',
      ...(labels ? [truth ? 'bad' : 'good'] : []),
    ]
    return cells.join(',')
  })
  return [['id', 'p', 'region', ...(labels ? ['status'] : [])].join(','), ...lines, ''].join('\n')
}

async function run(
  current: string,
  given: Record<string, unknown> = {},
  { reference = predictions({ n: 3000, seed: 1 }), drift = {}, certify = {} } = {},
) {
  const settings = Settings.parse({
    certify: { label: 'status', positive: 'bad', score: 'p', ...certify },
    drift: { ...drift, predictions: { reference: 'then.csv', current: 'now.csv', ...given } },
  })
  const found = await driftCompare.find(settings, inMemory({ 'then.csv': reference, 'now.csv': current }))
  const checks = z.array(Check).parse(found.checks)
  const result = DriftResult.parse(found.result)
  return {
    checks,
    materials: found.materials,
    result,
    status: Object.fromEntries(checks.map(({ id, status }) => [id, status])),
    reason: (id: string) => checks.find(check => check.id === id)?.reason,
    hint: (id: string) => checks.find(check => check.id === id)?.hint,
    performance: result.performance,
  }
}

const judged = ['predictions.score', 'predictions.decisions', 'predictions.auc', 'predictions.accuracy']

describe('predictions with labels', () => {
  it('of a model that is as good as it was pass', async () => {
    const { status, performance, materials, result } = await run(predictions({ n: 3000, seed: 3 }))
    expect(status).toEqual({
      'reference-predictions.rows': 'pass',
      'current-predictions.rows': 'pass',
      ...Object.fromEntries(judged.map(id => [id, 'pass'])),
      'predictions.calibration': 'pass',
    })
    expect(materials.map(({ role, name }) => [role, name])).toEqual([
      ['reference', 'then.csv'],
      ['current', 'now.csv'],
    ])
    expect(result.columns).toEqual([])
    expect(performance).toMatchObject({
      labels: 'measured',
      rows: { reference: 3000, current: 3000 },
      tests: 4,
      level: 0.9,
    })
    expect(performance?.assumption).toBeUndefined()
    expect(performance?.metrics.map(({ id, limit }) => [id, limit]).toSorted()).toEqual([
      ['accuracy', 0.05],
      ['auc', 0.05],
      ['brier', undefined],
      ['f1', undefined],
      ['log-loss', undefined],
      ['precision', undefined],
      ['recall', undefined],
    ])
  })

  it('of a model whose scores no longer tell the truth fail, though scores and decisions are as they were', async () => {
    const { status, reason, hint, performance } = await run(predictions({ n: 3000, seed: 2, slope: 0.3 }))
    expect(status).toMatchObject({
      'predictions.score': 'pass',
      'predictions.decisions': 'pass',
      'predictions.auc': 'fail',
      'predictions.accuracy': 'fail',
      'predictions.calibration': 'warn',
    })
    expect(reason('predictions.auc')).toMatch(
      /^Expected a fall of AUC of at most 0.05 but found 0.833 → 0.6142, a change of -0.219 \[-0.239, -0.198\], adjusted p < 10⁻/,
    )
    expect(hint('predictions.auc')).toContain("raise 'max-performance-drop'")
    expect(performance?.metrics[0]).toMatchObject({ id: 'auc', status: 'fail' })
    const slope = performance?.calibration?.current?.slopeInterval ?? [1, 1]
    expect(slope[0]).toBeLessThan(0.3)
    expect(slope[1]).toBeGreaterThan(0.3)
    expect(slope[1]).toBeLessThan(0.5)
  })

  it('that are too few leave it open, and say how many are needed', async () => {
    const { status, reason, hint } = await run(predictions({ n: 120, seed: 5 }))
    expect(status['predictions.auc']).toBe('inconclusive')
    expect(reason('predictions.auc')).toContain('which reaches beyond')
    expect(hint('predictions.auc')).toMatch(/^About \d+ current rows would settle it/)
    const watched = await run(predictions({ n: 120, seed: 5 }), {}, { drift: { 'on-inconclusive': 'warn' } })
    expect(watched.status['predictions.auc']).toBe('warn')
    expect(watched.result.letThrough).toContainEqual({
      check: 'predictions.auc',
      finding: 'inconclusive',
      by: 'on-inconclusive',
    })
    const few = await run(predictions({ n: 40, seed: 5 }))
    expect(few.reason('predictions.auc')).toBe(
      'Expected a fall of AUC of at most 0.05 but it cannot be told: the current file has 40 rows, and 50 are needed',
    )
    expect(few.performance?.metrics.every(({ change }) => change === undefined)).toBe(true)
  })

  it('are judged by the metrics and limits that are named, losses by their rise', async () => {
    const { status, performance, reason } = await run(predictions({ n: 3000, seed: 2, slope: 0.3 }), {
      metrics: ['brier', 'recall'],
      'max-drops': { recall: 0.5 },
    })
    expect(status).toMatchObject({ 'predictions.brier': 'fail', 'predictions.recall': 'pass' })
    expect(Object.keys(status)).not.toContain('predictions.auc')
    expect(reason('predictions.brier')).toMatch(
      /^Expected a rise of the Brier score of at most 0.05 but found 0.167 → 0.27/,
    )
    expect(performance?.metrics.find(({ id }) => id === 'recall')?.limit).toBe(0.5)
  })

  it('fail on the slice alone where the model has gone wrong on it', async () => {
    const current = predictions({ n: 4000, seed: 7 }, 0.2)
    const { status, reason, performance } = await run(
      current,
      { slices: ['region'] },
      { reference: predictions({ n: 4000, seed: 1 }) },
    )
    expect(status['predictions.auc.every-region']).toBe('fail')
    expect(reason('predictions.auc.every-region')).toMatch(
      /^Expected a fall of AUC on region = b of at most 0.05 but found .*; of 2 slices 1 failed, 1 (passed|undecided)$/,
    )
    expect(performance?.slices?.[0]).toMatchObject({ by: 'region', slice: 'b', status: 'fail' })
    expect(performance?.slices?.find(({ id, slice }) => id === 'auc' && slice === 'a')?.status).not.toBe('fail')
  })

  it('of a slice of fewer than 30 rows are not judged, and those of none are not known', async () => {
    const few = (text: string, most: number) => {
      let left = most
      return text
        .split('\n')
        .filter(line => !line.includes(',b,') || left-- > 0)
        .join('\n')
    }
    const { reason, performance } = await run(few(predictions({ n: 6000, seed: 3 }), 29), { slices: ['region'] })
    expect(reason('predictions.auc.every-region')).toContain(
      '; of 1 slice 1 passed, and 1 with too few rows to be judged',
    )
    expect(performance?.slices?.find(({ slice }) => slice === 'b')).toMatchObject({
      note: 'the current file has 29 rows, and 30 are needed',
    })
    const none = await run(predictions({ n: 50, seed: 3 }), { slices: ['region'] })
    expect(none.status['predictions.auc.every-region']).toBe('inconclusive')
    expect(none.reason('predictions.auc.every-region')).toContain('no value of it has enough rows in both files')
  })
})

describe('predictions without labels', () => {
  const current = predictions({ n: 3000, seed: 3, labels: false })
  const estimated = run(current, { slices: ['region'] })

  it('are estimated, and every number of performance says what that takes for granted', async () => {
    const { status, reason, performance } = await estimated
    expect(status).toMatchObject(Object.fromEntries(judged.map(id => [id, 'pass'])))
    const sentence = 'concept drift is not seen'
    expect(judged.filter(id => reason(id)?.includes(sentence))).toEqual(['predictions.auc', 'predictions.accuracy'])
    expect(performance).toMatchObject({ labels: 'estimated' })
    expect(performance?.assumption).toContain(sentence)
    expect(performance?.calibration).toBeUndefined()
  })

  it('fail where the model is asked what it was never sure of', async () => {
    // All rows near the threshold: nothing is wrong with the model, but it cannot tell these apart.
    const lines = Array.from({ length: 2000 }, (_, i) => `${i},${(0.4 + (0.2 * i) / 2000).toFixed(5)},a`)
    const unsure = ['id,p,region', ...lines, ''].join('\n')
    const { status, performance } = await run(unsure)
    expect(status).toMatchObject({
      'predictions.auc': 'fail',
      'predictions.accuracy': 'fail',
      'predictions.decisions': 'pass',
    })
    expect(performance?.metrics.find(({ id }) => id === 'auc')?.current).toBeLessThan(0.6)
  })

  it('are not estimated where the reference has no such scores', async () => {
    const within = (text: string, most: number) =>
      text
        .split('\n')
        .filter((line, i) => i === 0 || Number(line.split(',')[1]) < most)
        .join('\n')
    const reference = within(predictions({ n: 3000, seed: 1 }), 0.6)
    const { status, reason, performance } = await run(current, {}, { reference })
    expect(status['predictions.auc']).toBe('inconclusive')
    expect(reason('predictions.auc')).toMatch(
      /: 39.6 % of the current scores are beyond all of the reference, and no more than 10 %/,
    )
    expect(performance?.beyondReference).toBeCloseTo(0.396, 3)
  })

  it('do not see that scores no longer tell the truth, which those with labels do', async () => {
    const given = { n: 3000, seed: 2, slope: 0.3 }
    expect((await run(predictions({ ...given, labels: false }))).status['predictions.auc']).toBe('pass')
    expect((await run(predictions(given))).status['predictions.auc']).toBe('fail')
  })

  it('are never taken for those with labels', async () => {
    await expect(run(current, { labels: 'required' })).rejects.toThrow(/Expected a column 'status' but found/)
    const hidden = await run(predictions({ n: 3000, seed: 3 }), { labels: 'none' })
    expect(hidden.performance?.labels).toBe('estimated')
    const without = await estimated
    expect(hidden.performance?.metrics.map(one => one.current)).toEqual(
      without.performance?.metrics.map(one => one.current),
    )
  })

  it('show in the report what they take for granted', async () => {
    const { performance } = await estimated
    if (!performance) throw new Error('Nothing compared')
    const text = performanceFigure(performance)
    expect(text).toContain('estimated on the current rows')
    expect(text).toContain('concept drift is not seen')
    expect(text).toMatch(/\| ✅ \| AUC \| 0\.8330 \| 0\.8\d+ \| .* \| −0\.05 \| 1\.0 \|/)
    const [line = '', taken = ''] = performanceLines(performance)
    expect(line).toMatch(
      /^predictions: 3\u202f000 rows against 3\u202f000 rows: .*AUC 0\.8330 → 0\.8\d+ \(limit 0\.05\)/,
    )
    expect(taken).toContain('concept drift is not seen')
    expect(text).toContain('AUC on region \\= b')
  })
})

describe('what can not be compared', () => {
  it('says so: other tasks, weights, clusters', async () => {
    const current = predictions({ n: 100, seed: 3 })
    await expect(run(current, {}, { certify: { task: 'regression' } })).rejects.toThrow(
      /task binary .* 'certify.task: regression'/,
    )
    await expect(run(current, {}, { certify: { weight: 'region' } })).rejects.toThrow(/'certify.weight'/)
    await expect(run(current, {}, { certify: { cluster: 'region' } })).rejects.toThrow(/'certify.cluster'/)
  })

  it('are metrics of scores that are all the same, and their distribution by a method that asks for more', async () => {
    const same = (seed: number) => predictions({ n: 200, seed }).replaceAll(/,0\.\d+,/g, ',0.3,')
    const { status, performance } = await run(same(2), {}, { reference: same(1) })
    expect(status).toMatchObject({
      'predictions.score': 'pass',
      'predictions.decisions': 'pass',
      'predictions.auc': 'inconclusive',
    })
    expect(performance?.metrics.find(({ id }) => id === 'precision')?.note).toBe(
      'one of the files has no row that it can be computed from',
    )
    const methods = { numeric: 'epps-singleton' }
    const unmeasured = await run(same(2), {}, { reference: same(1), drift: { methods } })
    expect(unmeasured.status['predictions.score']).toBe('inconclusive')
  })

  it('are files with faults: they decide nothing', async () => {
    const header = 'id,p,region,status'
    const { status, performance } = await run([header, '1,0.5,a,bad', '2,0.4,a,bad', ''].join('\n'))
    expect(status).toMatchObject({ 'current-predictions.classes': 'inconclusive' })
    expect(Object.keys(status).some(id => id.startsWith('predictions.'))).toBe(false)
    expect(performance).toBeUndefined()
  })
})
