import { bad, defineClass } from '../define-class.ts'
import { payload } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

const NAMES = [
  ['torch', 'serialization.os.getpid'],
  ['torch', 'hub.os.getpid'],
  ['random', '_os.getpid'],
  ['numpy', 'os.getpid'],
  ['numpy', 'f2py.os.getpid'],
  ['collections', 'abc.sys.modules'],
  ['collections', '_sys.exit'],
  ['builtins', 'dict.__class__.__subclasses__'],
  ['builtins', 'object.__subclasses__'],
  ['copyreg', '_reconstructor.__globals__'],
  ['numpy', 'ndarray.tofile'],
  ['sklearn.pipeline', 'Pipeline.fit'],
  ['sklearn.linear_model._logistic', 'LogisticRegression.__init__.__globals__'],
  ['pandas.core.frame', 'DataFrame.eval'],
  ['joblib.numpy_pickle', 'NumpyArrayWrapper.read'],
  ['numpy', 'ndarray.'],
  ['numpy', '.dtype'],
  ['numpy.', 'generic'],
] as const

/** Protocol 4 follows the dots of a name, from an allowed module to anywhere. */
export const dottedName = defineClass({
  id: 'dotted-name',
  title: 'Dotted name through an allowed module',
  source: 'fickling GHSA-5j3x-jp52-966f, PickleBall, modelaudit',
  samples: () => [
    ...NAMES.map(([module, name]) => bad(`${module}.${name}.pkl`, payload(4, module, name))),
    bad('by-global.pkl', payload(2, 'torch', 'serialization.os.getpid')),
    bad('in-torch.pt', torchZip(payload(4, 'torch', 'serialization.os.getpid'))),
  ],
})
