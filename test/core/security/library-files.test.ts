import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import type { AllowList } from '../../../src/core/security/allowlists/allow-list.ts'
import generations from '../../../src/core/security/allowlists/generations.json' with { type: 'json' }
import * as allowLists from '../../../src/core/security/allowlists/index.ts'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { readPickle } from '../../../src/core/security/pickle/read-pickle.ts'

/**
 * Files that the libraries of one generation wrote, as scripts/make-allowlists.py packs them: of all that it made, the smallest that
 * together show every use of every name. Folders are named for what made the files; those from `refused-…` must not pass.
 */
const BUNDLES = new URL('../../fixtures/models/', import.meta.url)
const LIBRARIES = ['catboost', 'lightgbm', 'numpy', 'pandas', 'python', 'scipy', 'sklearn', 'statsmodels', 'xgboost']
const BLOCK = 512

const bundles = readdirSync(BUNDLES).filter(file => file.endsWith('.tar.xz'))
const imported = new Set<string>()
const withTorch = new Set<string>()

it('has at least three generations, each with its versions in the lists', () => {
  expect(bundles.length).toBeGreaterThanOrEqual(3)
  const known = generations.map(generation => `scikit-learn-${generation['scikit-learn']}.tar.xz`)
  expect(bundles.filter(file => !known.includes(file))).toEqual([])
})

describe.each(bundles)('%s', file => {
  it('passes without a finding, but for what is kept out', { timeout: 120_000 }, async () => {
    const { bytes, fault } = await nodeCodecs().decompress('xz', readFileSync(new URL(file, BUNDLES)))
    expect(fault).toBeUndefined()
    const files = untar(bytes)
    expect(LIBRARIES.filter(library => !files.some(({ folder }) => folder === library))).toEqual([])
    expect(files.length).toBeGreaterThan(500)
    if (files.some(({ folder }) => folder === 'torch')) withTorch.add(file)
    const strange: string[] = []
    for (const { path, folder, content } of files) {
      const { inspection } = await inspectFile(content, nodeCodecs())
      const expected = folder.startsWith('refused-') ? 'fail' : 'pass'
      if (inspection.status !== expected) strange.push(`${path}: ${inspection.status}, ${inspection.reason}`)
      if (expected === 'pass' && inspection.found > 0) strange.push(`${path}: ${inspection.found} findings`)
      const machine = readPickle(memorySource(content), 0, path.endsWith('.joblib') ? 'replayed' : 'refused')
      for (const name of machine.globals.keys()) imported.add(name)
    }
    expect(strange).toEqual([])
  })
})

it('at least three of them hold files of torch', () => expect(withTorch.size).toBeGreaterThanOrEqual(3))

it('every class and callable of the observed lists stands in one of these files, unless it is older than they are', () => {
  const missing = Object.values(allowLists)
    .filter(({ made }) => made === 'observed')
    .flatMap(list => namesOf(list).filter(name => !imported.has(name)))
  expect(missing).toEqual([])
})

/** Dotted names that are more than referred to, and that were seen after the first version of the list. */
function namesOf({ names }: AllowList): string[] {
  return Object.entries(names).flatMap(([module, listed]) =>
    listed
      .split(' ')
      .filter(item => !item.includes('[V]') && !item.endsWith('@0-0'))
      .map(item => `${module}.${item.replace(/[[@].*/, '')}`),
  )
}

/** The members of a tar archive of plain files (POSIX ustar). */
function untar(bytes: Uint8Array): { path: string; folder: string; content: Uint8Array }[] {
  const files = []
  const text = (start: number, end: number) =>
    Buffer.from(bytes.subarray(start, end)).toString('latin1').split('\0')[0] ?? ''
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, at + 136), 8)
    const path = text(at, at + 100)
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size)
    files.push({ path, folder: path.split('/')[0] ?? '', content })
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
