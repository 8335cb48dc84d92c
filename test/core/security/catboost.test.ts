import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectCatboost } from '../../../src/core/security/catboost/inspect-catboost.ts'
import { CORE, core, TREES } from '../../../src/core/security/catboost/shapes.ts'
import { type FlatTable, tablesOf } from '../../../src/core/security/flatbuffers/flat-table.ts'
import { readWholeFlatbuffer } from '../../../src/core/security/flatbuffers/read-flatbuffer.ts'

const HEAD = 8
const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../cases/security/catboost/${name}/model.cbm`, import.meta.url)))

/** The sample with one number of a vector of its trees replaced. */
function changed(name: string, slot: number, index: number, value: number): Uint8Array {
  const bytes = sample(name)
  const [trees] = tablesOf(readWholeFlatbuffer(coreOf(bytes), core), CORE.trees)
  const vector = (trees as FlatTable).values[slot]
  if (vector?.kind !== 'numbers' || index >= vector.count) throw new Error('There is no such number')
  new DataView(bytes.buffer).setUint32(HEAD + vector.at + index * vector.size, value, true)
  return bytes
}

const coreOf = (bytes: Uint8Array) => bytes.subarray(HEAD, HEAD + new DataView(bytes.buffer).getUint32(4, true))

describe('trees that CatBoost would follow out of its memory', () => {
  it.each([
    ['a border', 'model', TREES.splits, 0, 4096, 'has a split 0 by a border that it does not have'],
    ['a negative border', 'model', TREES.splits, 1, 0xffffffff, 'has a split 1 by a border that it does not have'],
    ['a deeper tree', 'model', TREES.sizes, 1, 3, 'has a tree 1 with splits that it does not have'],
    ['a shallower tree', 'model', TREES.sizes, 0, 1, 'has a tree 1 that does not begin where the one before it ends'],
    ['a tree elsewhere', 'model', TREES.starts, 1, 1, 'has a tree 1 that does not begin where the one before it ends'],
    ['a child', 'not-symmetric', TREES.steps, 0, 0xffff_0001, 'has a node 0 whose children are no nodes of its tree'],
    ['a leaf', 'not-symmetric', TREES.leaves, 2, 4096, 'has a leaf 2 without values'],
  ] as const)('%s', (_, name, slot, index, value, fault) => {
    const { status, reason } = inspectCatboost(changed(name, slot, index, value))
    expect([status, reason]).toEqual(['inconclusive', `Expected a CatBoost model but it ${fault}`])
  })
})

it('nothing can be hidden where nothing refers to', () => {
  const bytes = sample('categories')
  bytes[HEAD + firstPadding(coreOf(bytes))] = 0x41
  expect(inspectCatboost(bytes).reason).toMatch(
    /^Expected a CatBoost model but it has bytes from \d+ on that nothing refers to$/,
  )
})

/** The byte after the first text's end, which aligns what follows. */
function firstPadding(bytes: Uint8Array): number {
  const model = readWholeFlatbuffer(bytes, core)
  const version = model.values[0]
  if (version?.kind !== 'text') throw new Error('There is no version')
  const end = version.at + 4 + version.bytes.length + 1
  expect(end % 4).not.toBe(0)
  return end
}

it('tells of its training parameters, where credentials may be', () => {
  const heard: string[] = []
  inspectCatboost(sample('model'), (where, text) => heard.push(`${where}: ${text.slice(0, 20)}`))
  expect(heard.some(line => line.startsWith('training parameter params: {"'))).toBe(true)
  expect(heard.some(line => line.startsWith('training parameter catboost_version_info: '))).toBe(true)
})

it('says which part cannot be read yet', () =>
  expect(inspectCatboost(sample('texts')).reason).toContain('"text_process_v2"'))
