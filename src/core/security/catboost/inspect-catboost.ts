import { decodeStrictly } from '../bytes.ts'
import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, tablesOf, textsOf } from '../flatbuffers/flat-table.ts'
import { readWholeFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import { type Hear, type Inspection, inconclusive, passed } from '../format.ts'
import { printable } from '../printable.ts'
import { type PartReader, partReader } from './part-reader.ts'
import { readCounted } from './read-counted.ts'
import { readEmbeddings } from './read-embeddings.ts'
import { readTexts } from './read-texts.ts'
import { CORE, core, TREES } from './shapes.ts'
import { treeFault } from './tree-fault.ts'

/** Signature, and the length of the core. */
const HEAD = 8
/** What may follow the core, by the names that it gives: what is counted of categories, and what is done with texts and embeddings. */
const PARTS: ReadonlyMap<string, (reader: PartReader, hear?: Hear) => void> = new Map([
  ['static_provider_v1', readCounted],
  ['text_process_v2', readTexts],
  ['embed_process_1', readEmbeddings],
])
const HINT = 'Save the model again with save_model of a current CatBoost'
const PARTS_HINT = "Keep it out of the scanned paths, or export it with save_model(format='onnx')"

/** Reads CatBoost's binary to its last byte: trees that stay within their arrays, numbers, names and training parameters. */
export function inspectCatboost(bytes: Uint8Array, hear?: Hear): Inspection {
  try {
    return read(bytes, hear)
  } catch (error) {
    if (!(error instanceof FlatFault)) throw error
    return inconclusive(`Expected a CatBoost model but it ${error.message}`, HINT)
  }
}

function read(bytes: Uint8Array, hear: Hear | undefined): Inspection {
  if (bytes.length < HEAD) throw new FlatFault('breaks off')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  if (HEAD + length > bytes.length) throw new FlatFault('breaks off')
  const model = readWholeFlatbuffer(bytes.subarray(HEAD, HEAD + length), core)
  const [trees] = tablesOf(model, CORE.trees)
  if (!trees) throw new FlatFault('has no trees')
  const fault = treeFault(trees)
  if (fault !== undefined) throw new FlatFault(fault)
  for (const parameter of tablesOf(model, CORE.parameters)) {
    const [key, value] = [...textsOf(parameter, 0), ...textsOf(parameter, 1)].map(each => decodeStrictly(each) ?? '')
    hear?.(`training parameter ${key}`, value ?? '')
  }
  const reader = partReader(bytes, HEAD + length)
  for (const part of textsOf(model, CORE.parts)) {
    const name = (decodeStrictly(part) ?? '(no text)').replace(/\0$/, '')
    const readPart = PARTS.get(name)
    if (!readPart)
      return inconclusive(
        `Expected parts of a CatBoost model that can be read but found ${JSON.stringify(printable(name))}`,
        PARTS_HINT,
      )
    readPart(reader, hear)
  }
  if (reader.at !== bytes.length) throw new FlatFault(`has something else from byte ${reader.at} on`)
  return passed(`${countOf(trees, TREES.sizes)} plain trees of a CatBoost model`)
}
