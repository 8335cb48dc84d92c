import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Keras models up to 2, weights of Keras 3, and much else. */
export const hdf5 = unreadFormat({
  id: 'hdf5',
  title: 'an HDF5 file, as of Keras',
  recognise: bytes => hasAt(bytes, '\x89HDF\r\n\x1a\n'),
})
