import { readRange } from '../content/read-range.ts'
import { defineFormat } from '../format.ts'
import { inspectOnnx } from '../onnx/inspect-onnx.ts'

const IR_VERSION = 0x08
/** Keys of producer_name, producer_version, domain, model_version, doc_string, graph and opset_import (onnx.proto, ModelProto). */
const NEXT_FIELDS = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42]

/** A protobuf without a magic number: its first field is a small `ir_version`, its second one of a few. */
export const onnx = defineFormat({
  id: 'onnx',
  title: 'an ONNX model',
  recognise(source) {
    const [first, version = 0, next = 0] = readRange(source, 0, 3)
    return first === IR_VERSION && version >= 3 && version <= 32 && NEXT_FIELDS.includes(next)
  },
  inspect: inspectOnnx,
})
