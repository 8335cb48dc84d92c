import { number, numbers, type Shape, table, tables, text, union } from '../flatbuffers/shape.ts'
import { options, options2 } from './options.ts'

// The slots of a TensorFlow Lite model's tables, in the order of schema.fbs of TensorFlow 2.21.

const BYTE = number(1)
const INT = number(4)
const LONG = number(8)
const BYTES = numbers(1)
const INTS = numbers(4)

const quantization: Shape = {
  name: 'QuantizationParameters',
  fields: [INTS, INTS, INTS, numbers(8), BYTE, union({ name: 'CustomQuantization', fields: [BYTES] }), INT],
}
const indices = union(
  { name: 'Int32Vector', fields: [INTS] },
  { name: 'Uint16Vector', fields: [numbers(2)] },
  { name: 'Uint8Vector', fields: [BYTES] },
)
const dimension: Shape = { name: 'DimensionMetadata', fields: [BYTE, INT, BYTE, indices, BYTE, indices] }
const sparsity: Shape = { name: 'SparsityParameters', fields: [INTS, INTS, tables(dimension)] }
const variant: Shape = { name: 'VariantSubType', fields: [INTS, BYTE, BYTE] }

/** Slots of a tensor. */
export const TENSOR = { type: 1, buffer: 2, name: 3 } as const
const tensor: Shape = {
  name: 'Tensor',
  fields: [INTS, BYTE, INT, text, table(quantization), BYTE, table(sparsity), INTS, BYTE, tables(variant)],
}

/** Slots of an operator's code: a byte, and a number where it does not fit one; a name, where it is nobody's but the runtime's. */
export const CODE = { byte: 0, name: 1, number: 3 } as const
const code: Shape = { name: 'OperatorCode', fields: [BYTE, text, INT, INT] }

/** Slots of an operator. */
export const OPERATOR = { code: 0, inputs: 1, outputs: 2, intermediates: 8, elsewhere: 9 } as const
const operator: Shape = {
  name: 'Operator',
  fields: [INT, INTS, INTS, BYTE, union(...options), BYTES, BYTE, BYTES, INTS, LONG, LONG, BYTE, union(...options2)],
}

/** Slots of a subgraph. */
export const GRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3 } as const
const graph: Shape = { name: 'SubGraph', fields: [tables(tensor), INTS, INTS, tables(operator), text] }

/** Slots of a buffer; one of more than 2 GB has its data elsewhere in the file. */
export const BUFFER = { data: 0, elsewhere: 1 } as const
const buffer: Shape = { name: 'Buffer', fields: [BYTES, LONG, LONG] }

const named: Shape = { name: 'TensorMap', fields: [text, INT] }
const signature: Shape = { name: 'SignatureDef', fields: [tables(named), tables(named), text, text, INT] }

/** Slots of the model. */
export const MODEL = { codes: 1, graphs: 2, description: 3, buffers: 4 } as const
export const model: Shape = {
  name: 'Model',
  fields: [
    INT,
    tables(code),
    tables(graph),
    text,
    tables(buffer),
    INTS,
    tables({ name: 'Metadata', fields: [text, INT] }),
    tables(signature),
  ],
}
