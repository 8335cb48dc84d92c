import { expect, it } from 'vitest'
import { checkModelSize } from '../../../../src/core/model/claims/check-model-size.ts'

const file = (bytes: number) => ({ name: 'm.onnx', digest: { sha256: 'a'.repeat(64) }, bytes })
const claim = { kind: 'model-size', value: 1000, size: '1 kB', text: 'model size <= 1 kB' } as const

it.each([
  [[file(400), file(600)], 'pass'],
  [[file(400), file(601)], 'fail'],
  [[], 'inconclusive'],
])('all files together count', (files, status) => {
  expect(checkModelSize(claim, files)).toMatchObject({ status, title: 'Model size at most 1 kB' })
})
