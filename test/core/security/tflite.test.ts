import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { type FlatTable, tablesOf } from '../../../src/core/security/flatbuffers/flat-table.ts'
import { readFlatbuffer } from '../../../src/core/security/flatbuffers/read-flatbuffer.ts'
import { inspectTflite } from '../../../src/core/security/tflite/inspect-tflite.ts'
import { CODE, GRAPH, MODEL, model, OPERATOR } from '../../../src/core/security/tflite/shapes.ts'

const sample = () =>
  new Uint8Array(readFileSync(new URL('../../cases/security/tflite/built-in/model.tflite', import.meta.url)))
const only = (tables: readonly FlatTable[]): FlatTable => {
  const [first] = tables
  if (!first) throw new Error('There is no table')
  return first
}

/** The sample with one number of its model replaced, which `place` finds. */
async function judged(place: (root: FlatTable) => number, value: number) {
  const bytes = sample()
  const { root } = readFlatbuffer(bytes, model, 'TFL3')
  new DataView(bytes.buffer).setUint32(place(root), value, true)
  const { status, reason } = await inspectTflite(bytes, nodeCodecs())
  return `${status}: ${reason}`
}

const graphOf = (root: FlatTable) => only(tablesOf(root, MODEL.graphs))
const operatorOf = (root: FlatTable) => only(tablesOf(graphOf(root), GRAPH.operators))

function firstOf(table: FlatTable, slot: number): number {
  const value = table.values[slot]
  if (value?.kind !== 'numbers' || value.count === 0) throw new Error('There is no such vector')
  return value.at
}

it.each([
  ['a tensor of an operator', (root: FlatTable) => firstOf(operatorOf(root), OPERATOR.inputs), 'has an operator'],
  ['a tensor of the graph', (root: FlatTable) => firstOf(graphOf(root), GRAPH.outputs), 'has a graph'],
])('%s that there is not', async (_, place, fault) => {
  const said = await judged(place, 4096)
  expect(said).toMatch(
    new RegExp(
      `^inconclusive: Expected a TensorFlow Lite model but it ${fault} at byte \\d+ of a tensor that it does not have$`,
    ),
  )
  // An input may be left out.
  expect(await judged(place, 0xffffffff)).toMatch(/^pass: /)
})

it.each([
  [32, 'fail: Expected a file that only restores a model but (no name) is a custom operator'],
  [51, 'fail: Expected a file that only restores a model but DELEGATE hands its work'],
  [173, 'fail: Expected a file that only restores a model but STABLEHLO_CUSTOM_CALL hands its work'],
  [208, 'inconclusive: Expected operators of TensorFlow Lite but found one of number 208, which is not known'],
])('an operator of number %i', async (code, said) => {
  const place = (root: FlatTable) => {
    const value = only(tablesOf(root, MODEL.codes)).values[CODE.number]
    if (value?.kind !== 'number') throw new Error('There is no number')
    return value.at
  }
  expect(await judged(place, code)).toContain(said)
})
