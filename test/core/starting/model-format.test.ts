import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { maybeModel, modelFile } from '../../../src/core/starting/model-format.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const titleOf = (path: string, head: string | undefined) =>
  modelFile(path, head === undefined ? undefined : bytes(head))?.title

describe('a model file', () => {
  it.each([
    ['m.joblib', '\u0080\u0004\u0095', 'joblib'],
    ['m.joblib', 'x\u005e\u00e4', 'joblib'],
    ['m.pkl', '\u0080\u0005\u0095', 'pickle'],
    ['m.onnx', '\u0008\u0007', 'ONNX'],
    ['m.pt', 'PK\u0003\u0004', 'PyTorch'],
    ['pytorch_model.bin', 'PK\u0003\u0004', 'PyTorch'],
    ['m.safetensors', '\u0040\0\0\0\0\0\0\0{"a"', 'safetensors'],
    ['m.gguf', 'GGUF\u0003', 'GGUF'],
    ['m.ubj', '{L\0\0', 'XGBoost'],
    ['m.json', '{"learner":{"attributes"', 'XGBoost JSON'],
    ['m.txt', 'tree\nversion=v4', 'LightGBM'],
    ['m.cbm', 'CBM1', 'CatBoost'],
    ['m.keras', 'PK\u0003\u0004', 'Keras'],
    ['model.h5', '\u0089HDF\r\n', 'Keras HDF5'],
    ['m.tflite', '\u001c\0\0\0TFL3', 'TensorFlow Lite'],
  ])('%s starting %j is %s', (path, head, title) => expect(titleOf(path, head)).toBe(title))

  it.each([
    ['package.json', '{"name": "x"}'],
    ['requirements.txt', 'numpy==2\n'],
    ['firmware.bin', 'PK\u0003\u0004'],
    ['m.onnx', '<html>Not found'],
    ['m.pkl', 'hello'],
    ['train.pkl', '\u0080\u0005\u0095\u0011\u0022\0\0\0\0\0\0\u008c\u0011pandas.core.frame\u0094'],
    ['m.joblib', ''],
  ])('%s starting %j is none', (path, head) => expect(titleOf(path, head)).toBeUndefined())

  it('is told by a telling name where its bytes cannot be read, not by a loose one', () => {
    expect(titleOf('large.safetensors', undefined)).toBe('safetensors')
    expect(titleOf('large.json', undefined)).toBeUndefined()
  })

  it('may be a pointer of Git LFS', () => {
    expect(modelFile('m.onnx', bytes('version https://git-lfs.github.com/spec/v1\noid sha256:0'))).toEqual({
      path: 'm.onnx',
      title: 'ONNX',
      pointer: true,
    })
  })

  it('may be a folder', () => {
    expect(modelFile('models/1/saved_model.pb', bytes('\u0008\u0001'))?.path).toBe('models/1')
    expect(modelFile('model/MLmodel', bytes('flavors:\n'))?.path).toBe('model')
    expect(modelFile('saved_model.pb', bytes('\u0008\u0001'))?.path).toBe('saved_model.pb')
  })

  it.each([
    ['model-champion.joblib', 'joblib'],
    ['model-forest.joblib', 'joblib'],
    ['model-champion.pkl', 'pickle'],
  ])('%s of the credit example is %s', (name, title) => {
    expect(maybeModel(name)).toBe(true)
    expect(modelFile(name, readFileSync(`examples/credit/${name}`))?.title).toBe(title)
  })
})
