import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Also a codec of joblib's. */
export const xz = unreadFormat({ id: 'xz', title: 'an xz stream', recognise: bytes => hasAt(bytes, '\xfd7zXZ\0') })
