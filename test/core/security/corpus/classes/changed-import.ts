import { bad, defineClass } from '../define-class.ts'
import { globalOf, short, stackGlobal, stream, unicode } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

const FUNCTION = stackGlobal('numpy', 'mean')
const CLASS = stackGlobal('sklearn.linear_model._logistic', 'LogisticRegression')
const STATE = `}${short('__builtins__')}Ns`

/** What is imported is shared with the loader: a change of it outlives the loading. */
export const changedImport = defineClass({
  id: 'changed-import',
  title: 'Change of an imported object',
  source: 'modelscan#330, arXiv 2607.17503 (ShadowPickle)',
  samples: () => [
    bad('build-on-a-function.pkl', stream(4, `${FUNCTION}${STATE}b`)),
    bad('build-on-a-class.pkl', stream(4, `${CLASS}}${short('predict')}${FUNCTION}sb`)),
    bad('build-on-a-class-slots.pkl', stream(4, `${CLASS}N}${short('predict')}${FUNCTION}s\x86b`)),
    bad('build-on-a-scalar-type.pkl', stream(4, `${stackGlobal('numpy', 'float64')}${STATE}b`)),
    bad('build-on-a-module.pkl', stream(4, `${stackGlobal('pydantic', '_dynamic_imports')}${STATE}b`)),
    bad('build-by-global.pkl', stream(2, `${globalOf('numpy', 'mean')}}${unicode('__defaults__')})sb`)),
    bad('setitem.pkl', stream(4, `${FUNCTION}${short('a')}K\x01s`)),
    bad('setitem-on-an-unlisted-dict.pkl', stream(4, `${stackGlobal('sys', 'modules')}${short('a')}Ns`)),
    bad('setitems.pkl', stream(4, `${stackGlobal('os', 'environ')}(${short('a')}${short('b')}u`)),
    bad('setitems-on-a-class.pkl', stream(4, `${CLASS}(${short('a')}K\x01u`)),
    bad('append.pkl', stream(4, `${stackGlobal('sys', 'path')}${short('/nowhere')}a`)),
    bad('appends.pkl', stream(4, `${stackGlobal('builtins', 'list')}(${short('a')}e`)),
    bad('additems.pkl', stream(4, `${stackGlobal('builtins', 'set')}(K\x01\x90`)),
    bad('through-the-memo.pkl', stream(4, `${FUNCTION}\x940h\0${STATE}b`)),
    bad('as-state-given-away.pkl', stream(4, `${CLASS})\x81}\x94bh\0${short('__class__')}Ns`)),
    bad('dunder-in-an-instance.pkl', stream(4, `${CLASS})\x81${STATE}b`)),
    bad('dunder-class-in-an-instance.pkl', stream(4, `${CLASS})\x81}${short('__class__')}${CLASS}sb`)),
    bad(
      'in-torch.pt',
      torchZip(stream(2, `${globalOf('torch._utils', '_rebuild_tensor_v2')}}${unicode('__globals__')}Nsb`)),
    ),
  ],
})
