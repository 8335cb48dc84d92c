import { budgetFor, decompress } from '../core/security/decompress.ts'
import type { Codecs } from '../ports.ts'

/** Core's own decoders, and beside them zstd by Node and HDF5 by its library, each loaded when first asked. */
export const nodeCodecs = (): Codecs => ({
  async decompress(codec, bytes) {
    if (codec !== 'zstd') return decompress(codec, bytes)
    const { zstd } = await import('./zstd.ts')
    return zstd(bytes, budgetFor(bytes.length))
  },
  async readHdf5(bytes) {
    const { readHdf5 } = await import('./hdf5.ts')
    return readHdf5(bytes)
  },
})
