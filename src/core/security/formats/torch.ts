import { unreadFormat } from '../unread-format.ts'
import { zipKind } from '../zip-kind.ts'

/** PyTorch's zip archive since 1.6: a pickle and its storages. */
export const torch = unreadFormat({
  id: 'torch',
  title: 'a PyTorch file',
  recognise: bytes => zipKind(bytes) === 'torch',
})
