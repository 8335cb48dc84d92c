import { describe, expect, it } from 'vitest'
import * as classes from './corpus/classes/index.ts'
import { scanSamples } from './corpus/scan-samples.ts'

/** Classes and samples that the corpus must not fall below. */
const CLASSES = 40
const SAMPLES = 850

const all = await Promise.all(
  Object.values(classes).map(async ({ id, title, samples }) => ({ id, title, samples: await samples() })),
)

describe.each(all)('$title', ({ samples }) => {
  it(`is refused in each of ${samples.length} files`, async () => {
    const files = await scanSamples(samples)
    const told = Object.fromEntries(samples.map(({ path }) => [path, files.get(path)?.status ?? 'not scanned']))
    expect(told).toEqual(Object.fromEntries(samples.map(({ path, status }) => [path, status])))
  }, 60_000)
})

it('is a corpus of many classes and files, each with a path of its own', () => {
  expect(all.length).toBeGreaterThanOrEqual(CLASSES)
  expect(all.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThanOrEqual(SAMPLES)
  for (const { id, samples } of all) expect(new Set(samples.map(({ path }) => path)).size, id).toBe(samples.length)
})
