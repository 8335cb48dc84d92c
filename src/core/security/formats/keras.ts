import { defineFormat } from '../format.ts'
import { inspectKeras } from '../keras/inspect-keras.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'

/** A zip archive of a configuration and weights. */
export const keras = defineFormat({
  id: 'keras',
  title: 'a Keras 3 model',
  recognise: bytes => zipKind(bytes) === 'keras',
  inspect: (bytes, context) => inspectKeras(archiveOf(bytes), context),
})
