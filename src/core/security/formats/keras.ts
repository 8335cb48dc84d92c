import { unreadFormat } from '../unread-format.ts'
import { zipKind } from '../zip-kind.ts'

/** A zip archive of a configuration and weights. */
export const keras = unreadFormat({
  id: 'keras',
  title: 'a Keras 3 model',
  recognise: bytes => zipKind(bytes) === 'keras',
})
