import { crc32 } from 'node:zlib'
import { budgetFor, decompress } from '../core/security/decompress.ts'
import type { InspectionContext } from '../core/security/format.ts'
import { type Limits, USUAL_LIMITS } from '../core/security/limits.ts'

/** Readers of compressed streams and of HDF5; none of them throws for what the bytes are. */
export type Codecs = Required<Pick<InspectionContext, 'decompress' | 'readHdf5' | 'crc32' | 'limits'>>

/** Core's own decoders, and beside them checksums and zstd by Node and HDF5 by its library, the last two loaded when first asked. */
export const nodeCodecs = (limits: Limits = USUAL_LIMITS): Codecs => ({
  limits,
  crc32,
  async decompress(codec, bytes) {
    if (codec !== 'zstd') return decompress(codec, bytes, limits)
    const { zstd } = await import('./zstd.ts')
    return zstd(bytes, budgetFor(bytes.length, limits))
  },
  async readHdf5(source) {
    const { readHdf5 } = await import('./hdf5.ts')
    return readHdf5(source)
  },
})
