import { defineMessage, type MessageType } from '../protobuf/message-type.ts'

/** onnx.proto3 of ONNX 1.23. */
export const Model = defineMessage('ModelProto', {
  1: 'number',
  2: 'text',
  3: 'text',
  4: 'text',
  5: 'number',
  6: 'text',
  7: () => Graph,
  8: () => OperatorSet,
  14: () => Entry,
  20: () => Training,
  25: () => LocalFunction,
  26: 'skipped',
})

/** `domain` 1, `version` 2. */
export const OperatorSet = defineMessage('OperatorSetIdProto', { 1: 'text', 2: 'number' })

/** `key` 1, `value` 2. */
export const Entry = defineMessage('StringStringEntryProto', { 1: 'text', 2: 'text' })

const Training: MessageType = defineMessage('TrainingInfoProto', {
  1: () => Graph,
  2: () => Graph,
  3: () => Entry,
  4: () => Entry,
})

export const Graph: MessageType = defineMessage('GraphProto', {
  1: () => Node,
  2: 'text',
  5: () => Tensor,
  10: 'text',
  11: 'skipped',
  12: 'skipped',
  13: 'skipped',
  14: 'skipped',
  15: () => SparseTensor,
  16: () => Entry,
})

/** `op_type` 4, `domain` 7. */
export const Node: MessageType = defineMessage('NodeProto', {
  1: 'text',
  2: 'text',
  3: 'text',
  4: 'text',
  5: () => Attribute,
  6: 'text',
  7: 'text',
  8: 'text',
  9: () => Entry,
  10: 'skipped',
})

/** `s` 4, `strings` 9. */
export const Attribute: MessageType = defineMessage('AttributeProto', {
  1: 'text',
  2: 'number',
  3: 'number',
  4: 'bytes',
  5: () => Tensor,
  6: () => Graph,
  7: 'numbers',
  8: 'numbers',
  9: 'bytes',
  10: () => Tensor,
  11: () => Graph,
  13: 'text',
  14: 'skipped',
  15: 'skipped',
  20: 'number',
  21: 'text',
  22: () => SparseTensor,
  23: () => SparseTensor,
})

/** `string_data` 6, `name` 8, `raw_data` 9, `external_data` 13, `data_location` 14. */
export const Tensor: MessageType = defineMessage('TensorProto', {
  1: 'numbers',
  2: 'number',
  3: 'skipped',
  4: 'numbers',
  5: 'numbers',
  6: 'bytes',
  7: 'numbers',
  8: 'text',
  9: 'bytes',
  10: 'numbers',
  11: 'numbers',
  12: 'text',
  13: () => Entry,
  14: 'number',
  16: () => Entry,
})

const SparseTensor: MessageType = defineMessage('SparseTensorProto', { 1: () => Tensor, 2: () => Tensor, 3: 'numbers' })

/** `name` 1, `domain` 10. */
export const LocalFunction: MessageType = defineMessage('FunctionProto', {
  1: 'text',
  4: 'text',
  5: 'text',
  6: 'text',
  7: () => Node,
  8: 'text',
  9: () => OperatorSet,
  10: 'text',
  11: () => Attribute,
  12: 'skipped',
  13: 'text',
  14: () => Entry,
})
