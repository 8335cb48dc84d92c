import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modelCertify } from '../../../src/commands/model-certify.ts'
import { normal } from '../../../src/core/stats/index.ts'
import { expectClose } from './close.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const Numbers = z.record(z.string(), z.unknown())
const credit = z
  .object({ predictions: z.record(z.string(), Numbers), paired_against_champion: z.record(z.string(), Numbers) })
  .parse(JSON.parse(read('test/fixtures/goldens/credit.json')))
const { two_class_example: twoClasses } = z
  .object({ two_class_example: Numbers })
  .parse(JSON.parse(read('test/fixtures/goldens/goldens.json')))

const model = (name: string) => read(`examples/credit/predictions-${name}.csv`)
const models = ['champion', 'forest', 'overregularised']

/** The golden numbers' names of our metrics. */
const NAMES = {
  accuracy: 'accuracy',
  'balanced-accuracy': 'balanced_accuracy',
  precision: 'precision',
  recall: 'recall',
  specificity: 'specificity',
  f1: 'f1',
  auc: 'roc_auc',
  'log-loss': 'log_loss',
  brier: 'brier',
  'average-precision': 'average_precision',
  mcc: 'mcc',
  kappa: 'cohen_kappa',
}

/** Metrics that the golden numbers are silent of: the cases hold them to scikit-learn. */
const OTHERS = ['brier-skill', 'f-beta', 'false-negative-rate', 'false-positive-rate', 'gini', 'ks', 'lift']

async function certifyCredit(name: string) {
  const settings = settingsOf(
    'certify: { predictions: own.csv, champion: its.csv, label: status, positive: bad, score: p_bad }',
  )
  const { ports } = portsOf({ 'own.csv': model(name), 'its.csv': model('champion') })
  return (await modelCertify.find(settings, ports, '.proofmark')).result
}

function expectGolden(result: Awaited<ReturnType<typeof certifyCredit>>, golden: Record<string, unknown>) {
  const number = (key: string) => z.number().parse(golden[key])
  expect({ n: result.n, positives: result.positives, ...result.confusion }).toEqual({
    n: golden.n,
    positives: golden.positives,
    tp: golden.tp,
    fp: golden.fp,
    fn: golden.fn,
    tn: golden.tn,
  })
  expect(result.metrics.map(({ id }) => id).toSorted()).toEqual([...Object.keys(NAMES), ...OTHERS].toSorted())
  for (const { id, value } of result.metrics)
    if (!OTHERS.includes(id)) expectClose([value ?? Number.NaN], [number(Object(NAMES)[id])])
  const interval = (id: string) => result.metrics.find(metric => metric.id === id)?.interval
  expectClose(interval('accuracy'), [
    number('accuracy_ci95_low_clopper_pearson'),
    number('accuracy_ci95_high_clopper_pearson'),
  ])
  const auc = result.metrics.find(metric => metric.id === 'auc')
  const [area, error] = [auc?.value ?? Number.NaN, auc?.standardError ?? Number.NaN]
  expectClose([error], [number('roc_auc_delong_se')])
  // DeLong's own interval; a claim is judged by a wider one (logit-interval.ts).
  const reach = normal.isf(0.025) * error
  expectClose([area - reach, area + reach], [number('roc_auc_ci95_low'), number('roc_auc_ci95_high')])
  expect(auc?.interval?.[0]).toBeLessThan(area - reach)
}

describe.each(models)('credit, %s', name => {
  it('has the metrics of scikit-learn and the intervals of SciPy and DeLong', async () => {
    expectGolden(await certifyCredit(name), credit.predictions[name] ?? {})
  })
})

describe.each(models.slice(1))('credit, %s against the champion', name => {
  const number = (key: string) => z.number().parse(credit.paired_against_champion[name]?.[key])

  it("has DeLong's paired difference of areas", async () => {
    const gain = (await certifyCredit(name)).comparisons.find(({ id }) => id === 'auc')
    const [value, error] = [gain?.value ?? Number.NaN, gain?.standardError ?? Number.NaN]
    expectClose([value, error], [number('roc_auc_difference'), number('roc_auc_difference_delong_se')])
    expectClose([value / error], [number('roc_auc_difference_z')])
    expectClose([2 * normal.sf(Math.abs(value / error))], [number('roc_auc_difference_p')])
    // DeLong's own interval; a claim is judged by one at least as wide (paired-area-under-curve.ts).
    const reach = normal.isf(0.025) * error
    const [lower, upper] = [value - reach, value + reach]
    expectClose([lower, upper], [number('roc_auc_difference_ci95_low'), number('roc_auc_difference_ci95_high')])
    expect(gain?.interval?.[0]).toBeLessThan(lower)
    expect(gain?.interval?.[1]).toBeGreaterThan(upper)
  })

  it('has the difference of accuracies', async () => {
    const gain = (await certifyCredit(name)).comparisons.find(({ id }) => id === 'accuracy')
    expectClose([gain?.value ?? Number.NaN], [number('accuracy_difference')])
    expect(gain?.method).toBe('tango')
  })
})

it('two_class_example has the metrics of scikit-learn', async () => {
  const [, ...rows] = read('test/fixtures/goldens/two_class_example.csv').trimEnd().split('\n')
  const settings = settingsOf('certify: { predictions: own.csv, label: truth, positive: Class1, score: Class1 }')
  const own = ['id,truth,Class1', ...rows.map((row, i) => `${i},${row.split(',').slice(0, 2).join(',')}`)].join('\n')
  expectGolden((await modelCertify.find(settings, portsOf({ 'own.csv': own }).ports, '.proofmark')).result, twoClasses)
})
