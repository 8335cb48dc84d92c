import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** A protobuf without a magic number: schema version 1, then the graphs (saved_model.proto). */
export const savedModel = unreadFormat({
  id: 'saved-model',
  title: 'a TensorFlow SavedModel',
  recognise: bytes => hasAt(bytes, '\x08\x01\x12'),
})
