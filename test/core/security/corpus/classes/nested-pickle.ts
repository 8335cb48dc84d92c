import { bad, defineClass } from '../define-class.ts'
import { npy } from '../make/numpy.ts'
import { binBytes, globalOf, payload, shortBytes, stackGlobal, stream } from '../make/pickle.ts'
import { stateDict, torchZip } from '../make/torch.ts'

const INNER = payload(2)
const by = (module: string, name: string) => stream(4, `${stackGlobal(module, name)}${shortBytes(INNER)}\x85R`)

/** Bytes of a stream that a function of a library loads. */
export const nestedPickle = defineClass({
  id: 'nested-pickle',
  title: 'Pickle inside bytes, loaded by a helper',
  source: 'fickling GHSA-cffv-grgg-g429 and its ml.py',
  samples: () => [
    bad('torch-bytes.pkl', by('torch.storage', '_load_from_bytes')),
    bad(
      'torch-bytes.pt',
      torchZip(stateDict(`${globalOf('torch.storage', '_load_from_bytes')}${binBytes(INNER)}\x85R0`)),
    ),
    bad('loads.pkl', by('pickle', 'loads')),
    bad('c-loads.pkl', by('_pickle', 'loads')),
    bad('dill-loads.pkl', by('dill._dill', 'loads')),
    bad('cloudpickle-loads.pkl', by('cloudpickle', 'loads')),
    bad('joblib-load.pkl', by('joblib.numpy_pickle', 'load')),
    bad('pandas-pickle.pkl', by('pandas.io.pickle', 'read_pickle')),
    bad('numpy-loads.pkl', by('numpy.lib.npyio', 'load')),
    bad(
      'numpy-scalar-of-objects.pkl',
      stream(
        4,
        `${stackGlobal('numpy._core.multiarray', 'scalar')}${stackGlobal('numpy', 'dtype')}\x8c\x02O8\x89\x88\x87R${shortBytes(INNER)}\x86R`,
      ),
    ),
    bad('marshal.pkl', by('marshal', 'loads')),
    bad('objects-in-an-array.npy', npy("[('a', '|O')]", '(1,)', INNER)),
  ],
})
