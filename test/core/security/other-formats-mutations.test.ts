import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { cpuSeconds } from '../../harness/cpu-seconds.ts'

/** Marsaglia's xorshift: the same mutations on every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function mutated(original: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = original.slice()
  const at = random(bytes.length)
  if (random(4) === 0) return bytes.subarray(0, at)
  if (random(4) === 0)
    return new Uint8Array([...bytes.subarray(0, at), random(256), random(256), ...bytes.subarray(at)])
  for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256)
  return bytes
}

const sample = (path: string) => readFileSync(new URL(`../../cases/security/${path}`, import.meta.url))

it.each([
  'bzip2/model/model.joblib',
  'xz/model/model.joblib',
  'lzma/model/model.joblib',
  'lz4/linked-blocks/model.joblib',
  'zstd/model/model.joblib',
  'onnx/own-function/model.onnx',
  'saved-model/path-given/saved_model.pb',
  'saved-model/vocabulary/saved_model.pb',
  'gguf/template/model.gguf',
  'hdf5/keras-2/model.h5',
  'xgboost-json/trees/model.json',
  'xgboost-ubj/trees/model.ubj',
  'lightgbm/trees/model.txt',
  'catboost/categories/model.cbm',
  'catboost/not-symmetric/model.cbm',
  'catboost/texts-and-embeddings/model.cbm',
  'tflite/custom/model.tflite',
  'tflite/labels/model.tflite',
  'model-config/card/README.md',
])('whatever happens to %s, it is judged, in a moment', async path => {
  const original = sample(path)
  const random = randomFrom(original.length)
  const seen = new Set<string>()
  const before = process.cpuUsage()
  for (let i = 0; i < 100; i++) {
    const { inspection } = await inspectFile(mutated(original, random), nodeCodecs())
    expect(inspection.findings.length > 0).toBe(inspection.status === 'fail')
    seen.add(inspection.status)
  }
  expect(seen.has('pass') && seen.size === 1).toBe(false)
  expect(cpuSeconds(before)).toBeLessThan(20)
})
