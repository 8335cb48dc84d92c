import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectHdf5 } from '../hdf5/inspect-hdf5.ts'

/** Keras models up to 2, weights of Keras 3, and much else. */
export const hdf5 = defineFormat({
  id: 'hdf5',
  title: 'an HDF5 file, as of Keras',
  recognise: source => hasAt(source, '\x89HDF\r\n\x1a\n'),
  inspect: inspectHdf5,
})
