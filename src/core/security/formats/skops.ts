import { defineFormat } from '../format.ts'
import { inspectSkops } from '../skops/inspect-skops.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'

/** A zip archive of a schema and arrays. */
export const skops = defineFormat({
  id: 'skops',
  title: 'a skops model',
  recognise: bytes => zipKind(bytes) === 'skops',
  inspect: (bytes, context) => inspectSkops(archiveOf(bytes), context),
})
