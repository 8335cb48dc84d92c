import { hasAt } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { defineFormat } from '../format.ts'
import { inspectHdf5 } from '../hdf5/inspect-hdf5.ts'

const SIGNATURE = '\x89HDF\r\n\x1a\n'
/** The library looks for the signature at 0 and from here on at every power of two (HDF5 File Format Specification, II.A). */
const FIRST_USER_BLOCK = 512

/** Keras models up to 2, weights of Keras 3, and much else. */
export const hdf5 = defineFormat({
  id: 'hdf5',
  title: 'an HDF5 file, as of Keras',
  recognise: source => hasAt(source, SIGNATURE) || hasUserBlock(source),
  inspect: inspectHdf5,
})

/** Whether the file begins with bytes of anybody's, which HDF5 steps over. */
function hasUserBlock(source: Source): boolean {
  for (let at = FIRST_USER_BLOCK; at < source.size; at *= 2) if (hasAt(source, SIGNATURE, at)) return true
  return false
}
