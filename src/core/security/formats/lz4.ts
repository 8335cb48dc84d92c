import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Also a codec of joblib's. */
export const lz4 = unreadFormat({
  id: 'lz4',
  title: 'an lz4 frame',
  recognise: bytes => hasAt(bytes, '\x04\x22\x4d\x18'),
})
