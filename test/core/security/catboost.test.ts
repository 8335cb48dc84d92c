import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectCatboost } from '../../../src/core/security/catboost/inspect-catboost.ts'
import { CALCER, embeddingCalcer, LDA, textCalcer } from '../../../src/core/security/catboost/part-shapes.ts'
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

it('says which part cannot be read', () => {
  const bytes = sample('texts')
  bytes[placeOf(bytes, 'text_process_v2', placeOf(bytes, 'text_process_v2')) + 14] = '3'.charCodeAt(0)
  expect(inspectCatboost(bytes).reason).toBe(
    'Expected parts of a CatBoost model that can be read but found "text_process_v3"',
  )
})

/** Where a text stands for the last time, or for the last time before a place. */
function placeOf(bytes: Uint8Array, text: string, before = bytes.length): number {
  const at = Buffer.from(bytes).lastIndexOf(text, before - 1)
  if (at < 0) throw new Error(`There is no ${text}`)
  return at
}

describe('texts and embeddings that CatBoost would follow out of its memory, or for ever', () => {
  const [NAME, LONG, WORD] = [16, 8, 4]
  type Change = (view: DataView, part: number) => void
  /** Where a table of hashes begins in a dictionary: after its name, its length, and a description with its length. */
  const hashes = (view: DataView, part: number) => part + NAME + 2 * LONG + view.getUint32(part + NAME + LONG, true)
  /** Where what is large begins after the description of what counts or projects. */
  const large = (view: DataView, part: number) => part + NAME + WORD + LONG + view.getUint32(part + NAME + WORD, true)
  const fill = (view: DataView, start: number, count: number, step: number) => {
    for (let i = 0; i < count; i++) view.setUint32(start + i * step, 7, true)
  }
  const number = (view: DataView, at: number, value: number) => view.setUint32(at, value, true)
  const neighbours = (view: DataView, part: number) => {
    const targets = large(view, part)
    return targets + WORD + view.getUint32(targets, true) * WORD
  }

  it.each<readonly [what: string, sample: string, part: string, change: Change, fault: string]>([
    [
      'a full dictionary',
      'texts',
      'MMapDictionary',
      (view, part) => fill(view, hashes(view, part) + 16, view.getUint32(hashes(view, part), true) / 16, 16),
      'has a table of hashes without a free bucket',
    ],
    [
      'a bucket that is cut in two',
      'texts',
      'MMapDictionary',
      (view, part) => number(view, hashes(view, part), 24),
      'has a table of hashes of an unknown layout',
    ],
    [
      'buckets that no mask reaches',
      'texts',
      'MMapDictionary',
      (view, part) => number(view, hashes(view, part), 48),
      'has a table of hashes with 3 buckets',
    ],
    [
      'bytes that align a bucket',
      'texts',
      'MMapDictionary',
      (view, part) => number(view, hashes(view, part) + 16 + 12, 0x41),
      'has bytes from \\d+ on that nothing refers to',
    ],
    [
      'a dictionary of another length',
      'texts',
      'MMapDictionary',
      (view, part) => number(view, part + NAME, 64),
      'has a dictionary at byte \\d+ of another length',
    ],
    [
      'another dictionary',
      'texts',
      'DictionaryV1',
      (view, part) => number(view, part + NAME, 64),
      'has a part at byte \\d+ that does not belong there',
    ],
    [
      'a flag of a tokenizer',
      'texts',
      'TokenizerV1',
      (view, part) => view.setUint8(part + 2 * NAME, 2),
      'has a flag at byte \\d+ that is none',
    ],
    [
      'another kind of counting',
      'texts',
      'FeatureCalcerV1',
      (view, part) => number(view, part + NAME, 3),
      'has something of kind 3 that is not known to count tokens',
    ],
    [
      'tokens counted of fewer classes',
      'texts-and-embeddings',
      'FeatureCalcerV1',
      (view, part) => number(view, large(view, part), 1),
      'has tokens counted of other classes than it has',
    ],
    [
      'a full table of what was counted',
      'texts-and-embeddings',
      'FeatureCalcerV1',
      (view, part) => fill(view, large(view, part) + 2 * WORD + 3 * LONG, 256, 8),
      'has a table of hashes without a free bucket',
    ],
    [
      'a mask that leads out of the table',
      'texts-and-embeddings',
      'FeatureCalcerV1',
      (view, part) => number(view, large(view, part) + WORD, 0xffff),
      'has a table of hashes at byte \\d+ that is not as CatBoost writes it',
    ],
    [
      'another kind of projection',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, part + NAME, 3),
      'has something of kind 3 that is not known to read embeddings',
    ],
    [
      'fewer targets than embeddings',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, large(view, part), 1),
      'has not as many targets as embeddings',
    ],
    [
      'a class that there is not',
      'texts-and-embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, large(view, part) + WORD, 2),
      'has an embedding of a class that it does not have',
    ],
    [
      'a level larger than the one below',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, neighbours(view, part) + 3 * WORD, 61),
      'has neighbours of embeddings that it does not have',
    ],
    [
      'a neighbour that there is not',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) =>
        number(view, neighbours(view, part) + (3 + view.getUint32(neighbours(view, part) + 2 * WORD, true)) * WORD, 60),
      'has neighbours of embeddings that it does not have',
    ],
    [
      'no neighbours',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, neighbours(view, part) + WORD, 0),
      'has neighbours of embeddings that it does not have',
    ],
    [
      'levels that go on behind the graph',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, neighbours(view, part) + 2 * WORD, 0xffff),
      'breaks off',
    ],
    [
      'embeddings of other dimensions',
      'embeddings',
      'EmbedCalcerV1',
      (view, part) => number(view, neighbours(view, part) + WORD + view.getUint32(neighbours(view, part), true), 1),
      'has embeddings of other dimensions than it says',
    ],
  ])('%s', (_, name, part, change, fault) => {
    const bytes = sample(name)
    const before = part === 'EmbedCalcerV1' ? bytes.length : placeOf(bytes, 'FeatureCalcerV1') + 1
    change(new DataView(bytes.buffer), placeOf(bytes, part, before))
    const { status, reason } = inspectCatboost(bytes)
    expect([status, reason]).toEqual([
      'inconclusive',
      expect.stringMatching(new RegExp(`^Expected a CatBoost model but it ${fault}$`)),
    ])
  })

  it.each([
    ['texts', 'FeatureCalcerV1', textCalcer],
    ['embeddings', 'EmbedCalcerV1', embeddingCalcer],
  ] as const)('a number for the trees that is not made of %s', (name, part, shape) => {
    const bytes = sample(name)
    const view = new DataView(bytes.buffer)
    const start = placeOf(bytes, part) + NAME + WORD + LONG
    const active = readWholeFlatbuffer(bytes.subarray(start, large(view, placeOf(bytes, part))), shape).values[
      CALCER.active
    ]
    if (active?.kind !== 'numbers') throw new Error('There are no such numbers')
    number(view, start + active.at, 4096)
    expect(inspectCatboost(bytes).reason).toBe(
      'Expected a CatBoost model but it gives the trees a number that it does not have',
    )
  })

  it('probabilities for which CatBoost would read what no file holds', () => {
    const bytes = sample('texts-and-embeddings')
    const lda = placeOf(bytes, 'EmbedCalcerV1', placeOf(bytes, 'EmbedCalcerV1'))
    const start = lda + NAME + WORD + LONG
    const view = new DataView(bytes.buffer)
    const [of] = tablesOf(readWholeFlatbuffer(bytes.subarray(start, large(view, lda)), embeddingCalcer), CALCER.of)
    const classes = of?.values[LDA.classes]
    if (of === undefined || classes?.kind !== 'number') throw new Error('There are no classes')
    // The number of classes becomes the flag: its slot is given the place of the other.
    const slots = start + of.at - view.getInt32(start + of.at, true) + 4
    view.setUint16(slots + 2 * LDA.probabilities, view.getUint16(slots + 2 * LDA.classes, true), true)
    view.setUint16(slots + 2 * LDA.classes, 0, true)
    view.setUint8(start + classes.at, 1)
    expect(inspectCatboost(bytes).reason).toBe(
      'Expected a CatBoost model but it asks for probabilities of classes that the file does not describe',
    )
  })
})
