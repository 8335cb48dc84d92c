import { readdirSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { decompress } from '../../../src/core/security/decompress.ts'
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
  switch (random(5)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(Math.min(bytes.length, at + 1 + random(16)))])
    case 2:
      return new Uint8Array([...bytes.subarray(0, at), random(256), random(256), ...bytes.subarray(at)])
    case 3:
      bytes.copyWithin(at, random(bytes.length), random(bytes.length))
      return bytes
    default:
      for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256)
      return bytes
  }
}

const example = (name: string) => readFileSync(new URL(`../../../examples/credit/${name}`, import.meta.url))
const cases = new URL('../../cases/security/', import.meta.url)
const sample = (folder: string) => {
  const here = new URL(`${folder}/`, cases)
  return readFileSync(new URL(readdirSync(here).find(file => file !== 'expected.json') ?? '', here))
}

it.each([
  ['the champion, joblib', example('model-champion.joblib')],
  ['the champion, pickle', example('model-champion.pkl')],
  ['the start of the forest', inflateSync(example('model-forest.joblib')).subarray(0, 60_000)],
  ['the compressed champion', sample('zlib/model')],
  ['a protocol 2 model', sample('pickle/boosted')],
  ['arrays', sample('joblib/arrays')],
  ['an array of objects', sample('npy/objects')],
  ['tensors', sample('safetensors/two-tensors')],
])('whatever happens to %s, it is judged, in a moment', async (_, original) => {
  const random = randomFrom(original.length)
  const seen = new Map<string, number>()
  const before = process.cpuUsage()
  for (let i = 0; i < 150; i++) {
    const { inspection } = await inspectFile(mutated(original, random), { decompress })
    expect(['pass', 'fail', 'inconclusive']).toContain(inspection.status)
    expect(inspection.findings.length > 0).toBe(inspection.status === 'fail')
    seen.set(inspection.status, (seen.get(inspection.status) ?? 0) + 1)
  }
  expect((seen.get('fail') ?? 0) + (seen.get('inconclusive') ?? 0)).toBeGreaterThan(20)
  expect(cpuSeconds(before)).toBeLessThan(5)
})

it('a name changed by one letter is never allowed', async () => {
  const original = sample('pickle/model-protocol-4')
  const text = original.toString('latin1')
  for (const { index } of text.matchAll(/sklearn\.[a-z_.]+|LogisticRegression|_reconstruct/g)) {
    const bytes = Uint8Array.from(original)
    bytes[index] = 'x'.charCodeAt(0)
    expect((await inspectFile(bytes, { decompress })).inspection.status).toBe('fail')
  }
})
