import { randomUUID } from 'node:crypto'
import type { File } from 'h5wasm'

/** An HDF5 file by the HDF5 library itself. */
export async function hdf5(write: (file: File) => void): Promise<Uint8Array> {
  const library = await import('h5wasm')
  const { FS } = await library.ready
  const name = `/${randomUUID()}`
  const file = new library.File(name, 'w')
  write(file)
  file.close()
  const bytes = FS.readFile(name)
  FS.unlink(name)
  return new Uint8Array(bytes)
}

/** A Keras file of before 3 with this configuration. */
export const kerasH5 = (config: unknown, attribute = 'model_config'): Promise<Uint8Array> =>
  hdf5(file => {
    file.create_attribute(attribute, JSON.stringify(config))
    file.create_group('model_weights')
  })
