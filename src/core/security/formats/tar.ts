import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** POSIX.1-1988 and later; also torch's oldest files and NeMo's. */
export const tar = unreadFormat({ id: 'tar', title: 'a tar archive', recognise: bytes => hasAt(bytes, 'ustar', 257) })
