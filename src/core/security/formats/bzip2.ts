import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Also a codec of joblib's. */
export const bzip2 = unreadFormat({ id: 'bzip2', title: 'a bzip2 stream', recognise: bytes => hasAt(bytes, 'BZh') })
