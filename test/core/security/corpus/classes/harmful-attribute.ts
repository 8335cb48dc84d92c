import { bad, defineClass } from '../define-class.ts'
import { called, payload, stream } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

const NAMES = [
  ['numpy.testing._private.utils', 'runstring'],
  ['numpy.f2py.crackfortran', 'getlincoef'],
  ['numpy.f2py.crackfortran', 'myeval'],
  ['numpy.f2py.diagnose', 'run_command'],
  ['numpy', 'load'],
  ['numpy', 'fromfile'],
  ['numpy', 'vectorize'],
  ['numpy', 'savetxt'],
  ['numpy.ctypeslib', 'load_library'],
  ['torch.utils.collect_env', 'run'],
  ['torch.utils._config_module', 'ConfigModule.load_config'],
  ['torch.utils.bottleneck.__main__', 'run_cprofile'],
  ['torch.jit.unsupported_tensor_ops', 'execWrapper'],
  ['torch.serialization', 'load'],
  ['torch.hub', 'load'],
  ['torch.fx.experimental.symbolic_shapes', 'ShapeEnv.evaluate_guards_expression'],
  ['torch._dynamo.guards', 'GuardBuilder.get'],
  ['torch._inductor.codecache', 'compile_file'],
  ['pandas', 'eval'],
  ['pandas', 'read_pickle'],
  ['pandas.core.computation.eval', 'eval'],
  ['sklearn.datasets._openml', 'fetch_openml'],
  ['sklearn.utils._show_versions', '_get_sys_info'],
  ['scipy.io', 'loadmat'],
  ['scipy.stats._distn_infrastructure', 'rv_generic.__setstate__'],
  ['joblib', 'load'],
  ['joblib.externals.loky.backend.utils', 'kill_process_tree'],
  ['xgboost.core', 'Booster.load_model'],
] as const

/** The package is a model's own; the function is not one that a model needs. */
export const harmfulAttribute = defineClass({
  id: 'harmful-attribute',
  title: 'Harmful attribute of an allowed module',
  source: 'modelscan#338, picklescan deny entries',
  samples: () => [
    ...NAMES.map(([module, name], i) => bad(`${module}.${name}.pkl`, payload(2 + (i % 4), module, name))),
    bad('value-only-name-called.pkl', payload(4, 'numpy', 'memmap')),
    bad('in-torch.pt', torchZip(stream(2, called(2, 'torch.utils.collect_env', 'run')))),
  ],
})
