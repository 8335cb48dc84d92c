import { expect, test } from 'vitest'
import { modelAddress } from '../../src/mlflow/model-address.ts'

const ID = `m-${'0a'.repeat(16)}`

test.each([
  ['models:/credit/7', { of: 'version', name: 'credit', version: '7', path: '' }],
  ['models:/credit/7/', { of: 'version', name: 'credit', version: '7', path: '' }],
  [
    'models:/credit default/7/data/a b.pkl',
    { of: 'version', name: 'credit default', version: '7', path: 'data/a b.pkl' },
  ],
  ['models:/main.ml.credit@champion', { of: 'alias', name: 'main.ml.credit', alias: 'champion', path: '' }],
  ['models:/me@here@champion/x', { of: 'alias', name: 'me@here', alias: 'champion', path: 'x' }],
  [`models:/${ID}/7`, { of: 'logged-model', id: ID, path: '7' }],
  ['runs:/3f2a/model/MLmodel', { of: 'run', id: '3f2a', path: 'model/MLmodel' }],
  ['mlflow-artifacts:/1/3f2a/artifacts', { of: 'store', path: '1/3f2a/artifacts' }],
])('%s', (address, read) => {
  expect(modelAddress(address)).toEqual(read)
})

test.each([
  ['models:/credit', 'mlflow.version'],
  ['models:/credit/latest', 'mlflow.version'],
  ['models:/credit/Production/x', 'mlflow.version'],
  ['models:/', 'mlflow.address-form'],
  ['models://profile@databricks/credit/7', 'mlflow.address-form'],
  ['runs:/3f2a/../other', 'mlflow.address-form'],
  ['models:/credit/7//x', 'mlflow.address-form'],
  ['models:/credit/7/a\\b', 'mlflow.address-form'],
])('%s is refused', (address, code) => {
  expect(() => modelAddress(address)).toThrow(expect.objectContaining({ code, file: address }))
})
