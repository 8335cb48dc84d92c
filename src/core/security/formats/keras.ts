import { defineFormat } from '../format.ts'
import { inspectKeras } from '../keras/inspect-keras.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'

/** A zip archive of a configuration and weights. */
export const keras = defineFormat({
  id: 'keras',
  title: 'a Keras 3 model',
  recognise: source => zipKind(source) === 'keras',
  inspect: (source, context) => inspectKeras(archiveOf(source), context),
})
