import { defineFormat } from '../format.ts'
import { inspectSkops } from '../skops/inspect-skops.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'

/** A zip archive of a schema and arrays. */
export const skops = defineFormat({
  id: 'skops',
  title: 'a skops model',
  recognise: source => zipKind(source) === 'skops',
  inspect: (source, context) => inspectSkops(archiveOf(source), context),
})
