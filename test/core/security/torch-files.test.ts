import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { decompress } from '../../../src/core/security/decompress.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { readStorageKeys } from '../../../src/core/security/torch/storage-keys.ts'

const cases = new URL('../../cases/security/', import.meta.url)
const sample = (folder: string) => {
  const here = new URL(`${folder}/`, cases)
  return new Uint8Array(readFileSync(new URL(readdirSync(here).find(file => file !== 'expected.json') ?? '', here)))
}
const inspect = async (bytes: Uint8Array) => (await inspectFile(bytes, { decompress })).inspection
const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

describe('a PyTorch file', () => {
  it('says what it restores', async () => {
    expect(await inspect(sample('torch/state-dict'))).toMatchObject({
      status: 'pass',
      reason: 'Restores tensors of 11 storages, each exactly as long as the pickle says',
      globals: 4,
    })
  })

  it('says which member runs what, and at which byte of it', async () => {
    expect(await inspect(sample('torch/payload'))).toMatchObject({
      status: 'fail',
      findings: [
        {
          offset: 2,
          name: 'os.getcwd',
          reason: 'is imported and called and not on the allow list (in model/data.pkl)',
        },
      ],
    })
  })

  it('names the storage that is not as long as its tensors need', async () => {
    expect((await inspect(sample('torch/storage-too-short'))).reason).toBe(
      'Expected a storage of 8 bytes but found 4 (in model/data/0)',
    )
  })

  it.each(['torch/state-dict', 'torch-legacy/state-dict', 'torch/whole-module'])(
    'a name in %s that is changed by one letter is never allowed',
    async name => {
      const original = sample(name)
      const text = Buffer.from(original).toString('latin1')
      const names = [...text.matchAll(/_rebuild_tensor_v2|FloatStorage|OrderedDict\n|torch\.nn\.modules[a-zA-Z.\n ]+/g)]
      expect(names.length).toBeGreaterThan(2)
      for (const { index } of names) {
        const bytes = original.slice()
        bytes[index] = 'x'.charCodeAt(0)
        expect((await inspect(bytes)).status).toBe('fail')
      }
    },
  )
})

describe('a PyTorch file from before 1.6', () => {
  it('says what fills it', async () => {
    expect((await inspect(sample('torch-legacy/state-dict'))).reason).toBe(
      'Restores tensors of 11 storages, which fill the file to its end',
    )
  })

  it.each(['torch-legacy/state-dict'])('no part of %s passes for the whole', async name => {
    const original = sample(name)
    for (let length = 0; length < original.length; length += 7)
      expect((await inspect(original.subarray(0, length))).status).not.toBe('pass')
  })

  it('has a list of storages in torch’s own form only', () => {
    const read = (text: string) => readStorageKeys(memorySource(latin1(text)), 0, text.length)
    expect(read('\x80\x02]q\x00.')).toEqual([])
    expect(read('\x80\x02]q\x00X\x01\x00\x00\x000q\x01a.')).toEqual(['0'])
    expect(read('\x80\x02]q\x00(X\x01\x00\x00\x000q\x01X\x02\x00\x00\x0012q\x02e.')).toEqual(['0', '12'])
    expect(read('\x80\x02]q\x00X\x01\x00\x00\x000q\x010a.')).toBeUndefined()
    expect(read('\x80\x02]q\x00X\xff\xff\xff\xff0.')).toBeUndefined()
    expect(read('\x80\x02]q\x00.N')).toBeUndefined()
    expect(read('\x80\x02]q\x00')).toBeUndefined()
    expect(read('\x80\x02]q\x00X\x01')).toBeUndefined()
    expect(read('')).toBeUndefined()
  })
})

it('a TorchScript program is named as one, with a way out', async () => {
  expect(await inspect(sample('torchscript/linear'))).toMatchObject({
    status: 'fail',
    reason: expect.stringMatching(/holds a program of its own \(in .*\.py\)/),
    hint: expect.stringMatching(/state dict.*safetensors.*ONNX/),
  })
})
