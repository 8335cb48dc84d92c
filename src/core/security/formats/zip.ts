import { unreadFormat } from '../unread-format.ts'
import { zipKind } from '../zip-kind.ts'

/** Any other zip archive. */
export const zip = unreadFormat({ id: 'zip', title: 'a zip archive', recognise: bytes => zipKind(bytes) === 'zip' })
