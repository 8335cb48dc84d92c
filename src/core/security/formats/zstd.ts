import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** RFC 8878. */
export const zstd = unreadFormat({
  id: 'zstd',
  title: 'a zstd frame',
  recognise: bytes => hasAt(bytes, '\x28\xb5\x2f\xfd'),
})
