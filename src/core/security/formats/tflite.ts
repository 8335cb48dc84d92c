import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** A flatbuffer, told by its file identifier. */
export const tflite = unreadFormat({
  id: 'tflite',
  title: 'a TensorFlow Lite model',
  recognise: bytes => hasAt(bytes, 'TFL3', 4),
})
