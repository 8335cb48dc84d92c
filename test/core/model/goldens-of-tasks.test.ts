import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { modelCertify } from '../../../src/commands/model-certify.ts'
import { expectClose } from './close.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const read = (path: string) => readFileSync(new URL(`../../fixtures/goldens/${path}`, import.meta.url), 'utf8')
const goldens = z.record(z.string(), z.record(z.string(), z.unknown())).parse(JSON.parse(read('goldens.json')))

/** Values by metric id, of a table that is given ids. */
async function metricsOf(file: string, settings: string) {
  const [header, ...rows] = read(file).trimEnd().split('\n')
  const table = [`id,${header}`, ...rows.map((row, i) => `${i},${row}`)].join('\n')
  const { result } = await modelCertify.find(
    settingsOf(`certify: { predictions: own.csv, ${settings} }`),
    portsOf({ 'own.csv': table }).ports,
    '.proofmark',
  )
  return new Map(result.metrics.map(({ id, value }) => [id, value]))
}

/** Holds every metric to the golden number of its name. */
function expectGolden(found: ReadonlyMap<string, number | null>, data: string, names: Record<string, string>) {
  for (const [id, name] of Object.entries(names))
    expectClose([found.get(id) ?? Number.NaN], [z.number().parse(goldens[data]?.[name])])
}

it('hpc_cv has the metrics of scikit-learn', async () => {
  const found = await metricsOf(
    'hpc_cv.csv',
    'task: multiclass, label: obs, predicted: pred, probabilities: [VF, F, M, L]',
  )
  expectGolden(found, 'hpc_cv', {
    accuracy: 'accuracy',
    'macro-precision': 'precision_macro',
    'macro-recall': 'recall_macro',
    'macro-f1': 'f1_macro',
    'weighted-precision': 'precision_weighted',
    'weighted-recall': 'recall_weighted',
    'weighted-f1': 'f1_weighted',
    'worst-class-recall': 'recall_M',
    mcc: 'mcc',
    kappa: 'cohen_kappa',
    'log-loss': 'log_loss',
    'macro-auc': 'roc_auc_one_vs_rest_macro',
  })
})

it('solubility_test has the metrics of scikit-learn, and no MAPE, as two truths are 0', async () => {
  const found = await metricsOf('solubility_test.csv', 'task: regression, label: solubility, predicted: prediction')
  expectGolden(found, 'solubility_test', {
    mae: 'mae',
    mse: 'mse',
    rmse: 'rmse',
    'median-absolute-error': 'median_absolute_error',
    r2: 'r2_one_minus_sse_over_sst',
    bias: 'mean_error_prediction_minus_truth',
  })
  expect(found.get('mape')).toBeNull()
})
