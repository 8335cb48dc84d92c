import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { heldWhole } from '../held-whole.ts'
import { inspectTflite } from '../tflite/inspect-tflite.ts'

/** A flatbuffer, told by its file identifier, and an archive of labels that may follow. */
export const tflite = defineFormat({
  id: 'tflite',
  title: 'a TensorFlow Lite model',
  within: 'zip',
  recognise: source => hasAt(source, 'TFL3', 4),
  inspect: heldWhole(inspectTflite),
})
