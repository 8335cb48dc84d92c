import { bad, defineClass, unclear } from '../define-class.ts'
import { joined } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { hdf5, kerasH5 } from '../make/hdf5.ts'
import { layer, sequential } from '../make/keras.ts'
import { plainNpy } from '../make/numpy.ts'

/** An HDF5 file may lie in other files, and may begin later than a file does. */
export const hdf5Lead = defineClass({
  id: 'hdf5-lead',
  title: 'HDF5 links out of the file, and user blocks',
  source: 'CVE-2026-1462, keras commits 8a37f9d and d2dbae5; HDF5 File Format Specification, II.A',
  samples: async () => {
    const gadget = await kerasH5(sequential(layer('os', 'getpid')))
    return [
      bad('external-link.h5', await hdf5(file => file.create_external_link('../other.h5', '/x', 'weights'))),
      bad(
        'external-link-below.h5',
        await hdf5(file => file.create_group('a').create_external_link('/etc/hostname', '/', 'b')),
      ),
      bad('soft-link.h5', await hdf5(file => file.create_soft_link('/elsewhere', 'weights'))),
      bad('external-storage.h5', fixture('hdf5/external-storage')),
      bad('virtual.h5', fixture('hdf5/virtual')),
      unclear('cut-off.h5', gadget.subarray(0, gadget.length - 100)),
      bad('user-block.h5', joined('x'.repeat(512), gadget)),
      bad('user-block-of-zeros.h5', joined('\0'.repeat(2048), gadget)),
      bad('user-block-of-text.txt', joined('# Notes\n'.padEnd(1024), gadget)),
      bad('after-an-array.h5', arrayBefore(gadget)),
    ]
  },
})

/** An .npy file whose data holds the HDF5 file where HDF5 looks for it: after a header of 128 bytes, at 512. */
const arrayBefore = (content: Uint8Array) => plainNpy(joined('\0'.repeat(512 - 128), content))
