import { bad, defineClass } from '../define-class.ts'
import { short, shortBytes, stackGlobal, stream } from '../make/pickle.ts'

/** What dill and cloudpickle write is a program; nothing in it needs a name that a deny list has. */
export const byValueFunction = defineClass({
  id: 'by-value-function',
  title: 'Functions pickled by value: dill, cloudpickle',
  source: 'reference implementations of dill and cloudpickle',
  samples: () => [
    bad(
      'dill-function.pkl',
      stream(4, `${stackGlobal('dill._dill', '_create_function')}${stackGlobal('dill._dill', '_create_code')})R\x85R`),
    ),
    bad('dill-type.pkl', stream(4, `${stackGlobal('dill._dill', '_load_type')}${short('CodeType')}\x85R`)),
    bad('dill-import.pkl', stream(4, `${stackGlobal('dill._dill', '_import_module')}${short('os')}\x85R`)),
    bad('dill-eval.pkl', stream(4, `${stackGlobal('dill._dill', '_eval_repr')}${short('1')}\x85R`)),
    bad('cloudpickle-function.pkl', stream(4, `${stackGlobal('cloudpickle.cloudpickle', '_make_function')})R`)),
    bad(
      'cloudpickle-code.pkl',
      stream(4, `${stackGlobal('cloudpickle.cloudpickle', '_builtin_type')}${short('CodeType')}\x85R`),
    ),
    bad(
      'cloudpickle-subimport.pkl',
      stream(4, `${stackGlobal('cloudpickle.cloudpickle', 'subimport')}${short('os')}\x85R`),
    ),
    bad('cloudpickle-class.pkl', stream(4, `${stackGlobal('cloudpickle.cloudpickle', '_make_skeleton_class')})R`)),
    bad(
      'code-object.pkl',
      stream(4, `${stackGlobal('types', 'FunctionType')}${stackGlobal('types', 'CodeType')})R}\x86R`),
    ),
    bad('partial.pkl', stream(4, `${stackGlobal('functools', 'partial')}${stackGlobal('os', 'getpid')}\x85R`)),
    bad(
      'function-transformer.pkl',
      stream(
        4,
        `${stackGlobal('sklearn.preprocessing._function_transformer', 'FunctionTransformer')})\x81}${short('func')}${stackGlobal('os', 'getpid')}sb`,
      ),
    ),
    bad(
      'default-factory.pkl',
      stream(4, `${stackGlobal('collections', 'defaultdict')}${stackGlobal('os', 'getpid')}\x85R`),
    ),
    bad('marshalled.pkl', stream(4, `${stackGlobal('marshal', 'loads')}${shortBytes('N')}\x85R`)),
  ],
})
