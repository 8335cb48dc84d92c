import { bad, defineClass } from '../define-class.ts'
import { joblibFile, npy } from '../make/numpy.ts'
import { globalOf, short, stream, unicode } from '../make/pickle.ts'
import { stateDict, storageId, torchLegacy, torchZip } from '../make/torch.ts'

/** A persistent id is answered by the loader; only torch's is, and only for storages. */
export const persistentId = defineClass({
  id: 'persistent-id',
  title: 'Persistent ids of anything but a storage',
  source: 'CPython pickle documentation; torch/serialization.py',
  samples: () => [
    bad('persid.pkl', stream(2, 'Pmodel\n')),
    bad('binpersid.pkl', stream(4, `${short('model')}Q`)),
    bad('binpersid-called.pkl', stream(4, `${short('model')}Q)R`)),
    bad('storage-outside-torch.pkl', stream(2, storageId())),
    bad('in-an-array.npy', npy("'|O'", '(1,)', stream(2, `${unicode('a')}Q`))),
    bad('in-joblib.joblib', joblibFile(`${short('a')}Q0`, '\0'.repeat(8), '.')),
    bad('text.pt', torchZip(stream(2, `${unicode('module')}Q`))),
    bad(
      'module.pt',
      torchZip(
        stream(
          2,
          `(${unicode('module')}${globalOf('torch.nn.modules.linear', 'Linear')}${unicode('a.py')}${unicode('code')}tQ`,
        ),
      ),
    ),
    bad('of-another-word.pt', torchZip(stateDict('', storageId('0', 2, 'FloatStorage', 'reference')))),
    bad('of-another-class.pt', torchZip(stateDict('', storageId('0', 2, 'load')))),
    bad('key-leaves.pt', torchZip(stateDict('', storageId('../0')))),
    bad('on-a-strange-device.pt', torchZip(stateDict('', storageId('0', 2, 'FloatStorage', 'storage', 'cpu\0os')))),
    bad('persid.pt', torchZip(stream(2, 'Pmodel\n'))),
    bad('legacy.pt', torchLegacy({ object: stream(2, `${unicode('module')}Q`) })),
    bad('legacy-as-protocol.pt', torchLegacy({ protocol: stream(2, `${unicode('a')}Q`) })),
  ],
})
