import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import * as classes from './corpus/classes/index.ts'
import { scanFolder, scanSamples } from './corpus/scan-samples.ts'

/** Classes and samples that the corpus must not fall below. */
const CLASSES = 42
const SAMPLES = 875

const all = await Promise.all(
  Object.values(classes).map(async ({ id, title, samples }) => ({ id, title, samples: await samples() })),
)

let files: Awaited<ReturnType<typeof scanSamples>>
beforeAll(async () => {
  files = await scanSamples(all)
})

describe.each(all)('$title', ({ id, samples }) => {
  it(`is refused in each of ${samples.length} files`, () => {
    const told = samples.map(({ path }) => [path, files.get(`${id}/${path}`)?.status ?? 'not scanned'])
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(samples.map(({ path, status }) => [path, status])))
  })
})

it('does not follow a link out of the folder, as weights of an ONNX model may be one (CVE-2025-51480)', async () => {
  const root = mkdtempSync(join(tmpdir(), 'corpus-'))
  const outside = mkdtempSync(join(tmpdir(), 'corpus-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true })
    rmSync(outside, { recursive: true })
  })
  writeFileSync(join(outside, 'secret'), '0000')
  symlinkSync(join(outside, 'secret'), join(root, 'weights.bin'))
  await expect(scanFolder(root, '.')).rejects.toThrow(/weights\.bin/)
})

it('is a corpus of many classes and files, each with a path of its own', () => {
  expect(all.length).toBeGreaterThanOrEqual(CLASSES)
  expect(all.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThanOrEqual(SAMPLES)
  for (const { id, samples } of all) expect(new Set(samples.map(({ path }) => path)).size, id).toBe(samples.length)
})
