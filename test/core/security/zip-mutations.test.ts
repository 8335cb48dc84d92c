import { readdirSync, readFileSync } from 'node:fs'
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

const cases = new URL('../../cases/security/', import.meta.url)
const sample = (folder: string) => {
  const here = new URL(`${folder}/`, cases)
  return new Uint8Array(readFileSync(new URL(readdirSync(here).find(file => file !== 'expected.json') ?? '', here)))
}

it.each([
  'torch/state-dict',
  'torch/types',
  'torch-legacy/state-dict',
  'torchscript/linear',
  'npz/compressed',
  'skops/logistic',
  'keras/weights-npz',
])('whatever happens to %s, it is judged, in a moment', async name => {
  const original = sample(name)
  const random = randomFrom(original.length)
  let doubted = 0
  const before = process.cpuUsage()
  for (let i = 0; i < 150; i++) {
    const bytes = original.slice(0, random(4) === 0 ? random(original.length) : original.length)
    for (let j = 0; j <= random(4); j++) bytes[random(bytes.length)] = random(256)
    if (random(4) === 0) bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length))
    const { inspection } = await inspectFile(bytes, { decompress })
    expect(['pass', 'fail', 'inconclusive']).toContain(inspection.status)
    expect(inspection.findings.length > 0).toBe(inspection.status === 'fail')
    if (inspection.status !== 'pass') doubted++
  }
  expect(doubted).toBeGreaterThan(50)
  expect(cpuSeconds(before)).toBeLessThan(10)
})
