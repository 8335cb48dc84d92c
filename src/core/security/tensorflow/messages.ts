import { defineMessage, type MessageType } from '../protobuf/message-type.ts'

/** saved_model.proto and what it includes, of TensorFlow 2.21. */
export const SavedModel = defineMessage('SavedModel', { 1: 'number', 2: () => MetaGraph })

const MetaGraph: MessageType = defineMessage('MetaGraphDef', {
  1: 'skipped',
  2: () => Graph,
  3: 'skipped',
  4: 'skipped',
  5: 'skipped',
  6: () => AssetFile,
  7: () => ObjectGraph,
})

const ObjectGraph: MessageType = defineMessage('SavedObjectGraph', { 1: () => SavedObject, 2: 'skipped' })

const SavedObject: MessageType = defineMessage('SavedObject', {
  1: 'skipped',
  3: 'skipped',
  4: () => UserObject,
  5: 'skipped',
  6: 'skipped',
  7: 'skipped',
  8: 'skipped',
  9: 'skipped',
  10: 'skipped',
  11: 'skipped',
  12: 'skipped',
  13: 'skipped',
  14: 'skipped',
  15: 'skipped',
  16: 'skipped',
})

/** `metadata` 3: the configuration from which Keras of TensorFlow before 2.5 makes its layers. */
export const UserObject: MessageType = defineMessage('SavedUserObject', { 1: 'text', 2: 'skipped', 3: 'text' })

/** `filename` 2. */
export const AssetFile: MessageType = defineMessage('AssetFileDef', { 1: () => TensorInfo, 2: 'text' })

/** `name` 1. */
export const TensorInfo: MessageType = defineMessage('TensorInfo', {
  1: 'text',
  2: 'number',
  3: 'skipped',
  4: 'skipped',
  5: 'skipped',
})

export const Graph: MessageType = defineMessage('GraphDef', {
  1: () => Node,
  2: () => Library,
  3: 'number',
  4: 'skipped',
  5: 'skipped',
})

const Library: MessageType = defineMessage('FunctionDefLibrary', { 1: () => GraphFunction, 2: 'skipped', 3: 'skipped' })

export const GraphFunction: MessageType = defineMessage('FunctionDef', {
  1: () => Signature,
  3: () => Node,
  4: 'skipped',
  5: 'skipped',
  6: 'skipped',
  7: 'skipped',
  8: 'skipped',
})

/** `name` 1. */
export const Signature: MessageType = defineMessage('OpDef', {
  1: 'text',
  2: () => Argument,
  3: 'skipped',
  4: 'skipped',
  5: 'text',
  6: 'text',
  8: 'skipped',
  16: 'number',
  17: 'number',
  18: 'number',
  19: 'number',
  20: 'skipped',
  21: 'number',
})

/** `name` 1. */
export const Argument: MessageType = defineMessage('OpDef.ArgDef', {
  1: 'text',
  2: 'text',
  3: 'number',
  4: 'text',
  5: 'text',
  6: 'text',
  7: 'skipped',
  16: 'number',
  17: 'skipped',
})

/** `name` 1, `op` 2, `input` 3. */
export const Node: MessageType = defineMessage('NodeDef', {
  1: 'text',
  2: 'text',
  3: 'text',
  4: 'text',
  5: () => Setting,
  6: 'skipped',
  7: 'skipped',
})

const Setting: MessageType = defineMessage('NodeDef.AttrEntry', { 1: 'text', 2: () => Value })

/** `s` 2. */
export const Value: MessageType = defineMessage('AttrValue', {
  1: () => ListValue,
  2: 'bytes',
  3: 'number',
  4: 'number',
  5: 'number',
  6: 'number',
  7: 'skipped',
  8: () => Tensor,
  9: 'text',
  10: () => FunctionName,
})

/** `s` 2. */
export const ListValue: MessageType = defineMessage('AttrValue.ListValue', {
  2: 'bytes',
  3: 'numbers',
  4: 'numbers',
  5: 'numbers',
  6: 'numbers',
  7: 'skipped',
  8: () => Tensor,
  9: () => FunctionName,
})

/** `name` 1. */
export const FunctionName: MessageType = defineMessage('NameAttrList', { 1: 'text', 2: () => Setting })

/** `string_val` 8; the numbers are skipped. */
export const Tensor: MessageType = defineMessage('TensorProto', {
  1: 'number',
  2: 'skipped',
  3: 'number',
  4: 'skipped',
  5: 'skipped',
  6: 'skipped',
  7: 'skipped',
  8: 'bytes',
  9: 'skipped',
  10: 'skipped',
  11: 'skipped',
  12: 'skipped',
  13: 'skipped',
  14: 'skipped',
  15: 'skipped',
  16: 'skipped',
  17: 'skipped',
  18: 'skipped',
})
