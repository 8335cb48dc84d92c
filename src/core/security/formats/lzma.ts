import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** The format before xz, also a codec of joblib's. */
export const lzma = unreadFormat({ id: 'lzma', title: 'an lzma stream', recognise: bytes => hasAt(bytes, '\x5d\0\0') })
