import { countOf, type FlatTable, tablesOf, wholeOf, word } from '../flatbuffers/flat-table.ts'
import { BUFFER, GRAPH, MODEL, OPERATOR, TENSOR } from './shapes.ts'

/** An input that an operator goes without. */
const NONE = 0xffffffff

/**
 * A number of a tensor, an operator or a buffer that there is not, which the runtime would look up past the end of its
 * lists, or data that is not in the buffers; undefined where there is none.
 */
export function placeFault(model: FlatTable): string | undefined {
  const buffers = tablesOf(model, MODEL.buffers)
  if (buffers.some(({ values }) => values[BUFFER.elsewhere]))
    return 'keeps data behind its tables, which cannot be read yet'
  const codes = tablesOf(model, MODEL.codes).length
  for (const graph of tablesOf(model, MODEL.graphs)) {
    const tensors = tablesOf(graph, GRAPH.tensors)
    for (const tensor of tensors)
      if (!isBelow(wholeOf(tensor, TENSOR.buffer, 0), Math.max(1, buffers.length)))
        return `has a tensor at byte ${tensor.at} of a buffer that it does not have`
    for (const operator of tablesOf(graph, GRAPH.operators)) {
      if (operator.values[OPERATOR.elsewhere]) return 'keeps options behind its tables, which cannot be read yet'
      if (!isBelow(wholeOf(operator, OPERATOR.code, 0), codes))
        return `has an operator at byte ${operator.at} of a code that it does not have`
      const lists = [OPERATOR.inputs, OPERATOR.outputs, OPERATOR.intermediates]
      if (lists.some(slot => !areTensors(operator, slot, tensors.length)))
        return `has an operator at byte ${operator.at} of a tensor that it does not have`
    }
    if (!areTensors(graph, GRAPH.inputs, tensors.length) || !areTensors(graph, GRAPH.outputs, tensors.length))
      return `has a graph at byte ${graph.at} of a tensor that it does not have`
  }
  return undefined
}

function areTensors(table: FlatTable, slot: number, tensors: number): boolean {
  for (let i = 0; i < countOf(table, slot); i++) {
    const tensor = word(table, slot, i)
    if (tensor !== NONE && tensor >= tensors) return false
  }
  return true
}

const isBelow = (place: number, count: number) => place >= 0 && place < count
