import { decodeStrictly } from '../bytes.ts'
import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { type FlatTable, tablesOf, textsOf, wholeOf } from '../flatbuffers/flat-table.ts'
import { readFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import { type Hear, type Inspection, type InspectionContext, inconclusive } from '../format.ts'
import { judge } from '../judge.ts'
import { associatedFiles } from './associated-files.ts'
import { judgeOperators } from './operators.ts'
import { placeFault } from './place-fault.ts'
import { BUFFER, GRAPH, MODEL, model, TENSOR } from './shapes.ts'

const TITLE = 'a TensorFlow Lite model'
const IDENTIFIER = 'TFL3'
/** TensorType.STRING. */
const TEXT = 5
const HINTS = {
  finding: 'Convert the model with built-in operators only',
  doubt: 'Keep it out of the scanned paths, or scan the model that it was converted from',
}

/**
 * Reads a TensorFlow Lite model to its last byte: built-in operators, tensors and buffers that are there, names, and the
 * archive of lists of labels and words that may follow.
 */
export async function inspectTflite(bytes: Uint8Array, context: InspectionContext): Promise<Inspection> {
  try {
    const { root, end } = readFlatbuffer(bytes, model, IDENTIFIER)
    if (context.hear) hearTexts(root, bytes, context.hear)
    const { findings, doubts } = judgeOperators(root)
    const fault = placeFault(root)
    const graphs = tablesOf(root, MODEL.graphs)
    const operators = graphs.reduce((sum, graph) => sum + tablesOf(graph, GRAPH.operators).length, 0)
    const tables = judge({
      findings,
      doubts: fault === undefined ? doubts : [...doubts, `Expected ${TITLE} but it ${fault}`],
      harmless: `${operators} built-in operators of a TensorFlow Lite model`,
      hints: HINTS,
    })
    if (tables.status !== 'pass' || bytes.length === end) return tables
    return (await associatedFiles(bytes, end, context)) ?? tables
  } catch (error) {
    if (!(error instanceof FlatFault)) throw error
    return inconclusive(`Expected ${TITLE} but it ${error.message}`, HINTS.doubt)
  }
}

/** The description, and the constants that are texts, as of a vocabulary. */
function hearTexts(read: FlatTable, bytes: Uint8Array, hear: Hear): void {
  for (const description of textsOf(read, MODEL.description)) hear('description', decodeStrictly(description) ?? '')
  const buffers = tablesOf(read, MODEL.buffers)
  for (const tensor of tablesOf(read, MODEL.graphs).flatMap(graph => tablesOf(graph, GRAPH.tensors))) {
    const data = buffers[wholeOf(tensor, TENSOR.buffer, 0)]?.values[BUFFER.data]
    if (wholeOf(tensor, TENSOR.type, 0) !== TEXT || data?.kind !== 'numbers') continue
    const [name] = textsOf(tensor, TENSOR.name)
    // Counts and places come first, of which no text consists.
    const content = new TextDecoder().decode(bytes.subarray(data.at, data.at + data.count))
    hear(`texts of tensor ${decodeStrictly(name ?? new Uint8Array()) ?? '(no text)'}`, content)
  }
}
