import { describe, expect, it } from 'vitest'
import { modelId } from '../../../../src/core/record/model/model-id.ts'
import { omsRoots } from '../../../../src/core/record/model-signing/oms-roots.ts'
import { omsStatement } from '../../../../src/core/record/model-signing/oms-statement.ts'
import { sha256, subjectOf } from '../memory.ts'

describe('the root of OpenSSF Model Signing', () => {
  it('is the same for the same bytes under other names, which is why a certificate never stands on it alone', () => {
    const one = subjectOf({ 'config.json': 'A', 'weights.safetensors': 'B' })
    const other = subjectOf({ 'adapter.py': 'A', 'handler.py': 'B' })
    expect(omsRoots(one, sha256)).toEqual(omsRoots(other, sha256))
    // Computed by model_signing 1.1.1.
    expect(omsRoots(one, sha256).omsRoot).toBe('63956f0ce48edc48a0d528cb0b5d58e4d625afb14d63ca1bb9950eb657d61f40')
    expect(modelId(one, sha256)).not.toBe(modelId(other, sha256))
  })

  it('is told in both orders where specification and reference implementation differ', () => {
    const roots = omsRoots(subjectOf({ 'a-b.bin': 'one', 'a/b.bin': 'two' }), sha256)
    const digests = [sha256('one'), sha256('two')]
    expect(roots).toEqual({
      omsRoot: sha256(Buffer.from(digests.join(''), 'hex')),
      omsOrder: 'spec-utf8',
      omsRootByParts: sha256(Buffer.from(digests.toReversed().join(''), 'hex')),
    })
    expect(omsRoots(subjectOf({ 'a.bin': 'one', 'b/c.bin': 'two' }), sha256)).not.toHaveProperty('omsRootByParts')
  })

  it('is in order of code points, not of UTF-16 units', () => {
    const { omsRoot } = omsRoots(subjectOf({ '😀.bin': 'four', '～.bin': 'five' }), sha256)
    expect(omsRoot).toBe(sha256(Buffer.from(`${sha256('five')}${sha256('four')}`, 'hex')))
  })
})

it('the statement names every file from the folder that holds them all', () => {
  const files = subjectOf({ 'out/credit/a/b.bin': 'two', 'out/credit/a-b.bin': 'one' })
  expect(omsStatement(files, { name: 'credit default' }, sha256)).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'credit', digest: { sha256: omsRoots(files, sha256).omsRoot } }],
    predicateType: 'https://model_signing/signature/v1.0',
    predicate: {
      serialization: {
        method: 'files',
        hash_type: 'sha256',
        allow_symlinks: false,
        ignore_paths: ['.git', 'node_modules'],
      },
      resources: [
        { name: 'a-b.bin', digest: sha256('one'), algorithm: 'sha256' },
        { name: 'a/b.bin', digest: sha256('two'), algorithm: 'sha256' },
      ],
    },
  })
  expect(omsStatement(subjectOf({ 'a.bin': '', 'b.bin': '' }), { name: 'credit' }, sha256).subject[0]?.name).toBe(
    'credit',
  )
})
