import { unreadFormat } from '../unread-format.ts'
import { zipKind } from '../zip-kind.ts'

/** A zip archive of .npy files. */
export const npz = unreadFormat({ id: 'npz', title: 'a NumPy archive', recognise: bytes => zipKind(bytes) === 'npz' })
