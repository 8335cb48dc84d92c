import { decodeText } from '../bytes.ts'
import { memorySource } from '../content/memory-source.ts'

/** BuiltinOperator.CUSTOM (tensorflow/lite/schema.fbs). */
const CUSTOM = 32
const OPERATOR_CODES = 1
const DEPRECATED_CODE = 0
const CUSTOM_CODE = 1
const CODE = 3

/** An operator that the runtime has to be given. */
export interface CustomOperator {
  readonly offset: number
  readonly name: string
}

/** A table of a flatbuffer: where it is, and where each of its fields is, 0 where it is absent. */
interface Table {
  readonly at: number
  field(index: number): number
}

/** The custom operators of a TensorFlow Lite model's table of operator codes; undefined where the bytes cannot be followed. */
export function customOperators(bytes: Uint8Array): readonly CustomOperator[] | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const model = tableAt(view, view.getUint32(0, true))
    const codes = model.field(OPERATOR_CODES)
    if (codes === 0) return undefined
    const vector = codes + view.getUint32(codes, true)
    const count = view.getUint32(vector, true)
    if (count > (bytes.length - vector) / 4) return undefined
    const operators: CustomOperator[] = []
    for (let i = 0; i < count; i++) {
      const entry = vector + 4 + i * 4
      const operator = operatorAt(bytes, view, entry + view.getUint32(entry, true))
      if (operator) operators.push(operator)
    }
    return operators
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function operatorAt(bytes: Uint8Array, view: DataView, at: number): CustomOperator | undefined {
  const table = tableAt(view, at)
  const [old, name, code] = [DEPRECATED_CODE, CUSTOM_CODE, CODE].map(table.field)
  const isCustom = (old && view.getInt8(old) === CUSTOM) || (code && view.getInt32(code, true) === CUSTOM)
  if (!isCustom && !name) return undefined
  if (!name) return { offset: at, name: '(no name)' }
  const text = name + view.getUint32(name, true)
  const length = view.getUint32(text, true)
  return { offset: at, name: decodeText(memorySource(bytes), text + 4, text + 4 + length) ?? '(no text)' }
}

/** A table begins with the distance back to the table of its fields' places. */
function tableAt(view: DataView, at: number): Table {
  const places = at - view.getInt32(at, true)
  const size = view.getUint16(places, true)
  return {
    at,
    field: index => {
      const place = 4 + index * 2
      const distance = place + 2 <= size ? view.getUint16(places + place, true) : 0
      return distance === 0 ? 0 : at + distance
    },
  }
}
