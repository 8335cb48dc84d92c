import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectSavedModel } from '../tensorflow/inspect-saved-model.ts'

/** A protobuf without a magic number: schema version 1, then the graphs (saved_model.proto). */
export const savedModel = defineFormat({
  id: 'saved-model',
  title: 'a TensorFlow SavedModel',
  recognise: source => hasAt(source, '\x08\x01\x12'),
  inspect: inspectSavedModel,
})
