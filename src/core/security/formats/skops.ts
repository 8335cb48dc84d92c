import { unreadFormat } from '../unread-format.ts'
import { zipKind } from '../zip-kind.ts'

/** A zip archive of a schema and arrays. */
export const skops = unreadFormat({
  id: 'skops',
  title: 'a skops model',
  recognise: bytes => zipKind(bytes) === 'skops',
})
