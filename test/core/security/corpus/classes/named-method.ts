import { bad, defineClass } from '../define-class.ts'
import { little } from '../make/bytes.ts'
import { arrayData, wrapper } from '../make/numpy.ts'
import { short, shortBytes, stackGlobal, stream } from '../make/pickle.ts'
import { dictNode, jsonNode, listNode, node, objectNode, skops } from '../make/skops.ts'

const STACKING = 'sklearn.ensemble._stacking'
const ARRAY = `${stackGlobal('numpy._core.multiarray', '_reconstruct')}${stackGlobal('numpy', 'ndarray')}K\0\x85${shortBytes('b')}\x87R`
const texts = (...items: string[]) => `](${items.map(short).join('')}e`
/** An object of this class with these attributes, each the instructions that make it. */
const object = (module: string, name: string, attributes: Readonly<Record<string, string>>) =>
  `${stackGlobal(module, name)})\x81}(${Object.entries(attributes)
    .map(([key, value]) => `${short(key)}${value}`)
    .join('')}ub`
const stack = (methods: string, name = 'StackingClassifier') =>
  stream(4, object(STACKING, name, { estimators_: `](${ARRAY}e`, stack_method_: methods }))
const transformer = (func: string) =>
  object('sklearn.preprocessing._function_transformer', 'FunctionTransformer', {
    func,
    kw_args: `}(${short('mode')}${short('w+')}u`,
  })

const MEMMAP = stackGlobal('numpy', 'memmap')

/** A file of joblib with an array of numpy.memmap's, and these instructions after it. */
function memmapFile(after: string): string {
  const start = `\x80\x04(${wrapper(1, 'f8', `${MEMMAP}\x94`)}`
  return `${start}${arrayData(start.length, little(0, 8))}${after}t.`
}

/** Whatever is imported is on the list: what it does is decided by texts that its own methods take for names. */
export const namedMethod = defineClass({
  id: 'named-method',
  title: 'Listed classes that call methods by name, and a listed class that writes files',
  source: 'sklearn/ensemble/_stacking.py (getattr(est, meth)(X)); numpy/_core/memmap.py; tested on scikit-learn 1.9.1',
  samples: () => [
    bad('array-written-to-a-file.pkl', stack(texts('tofile'))),
    bad('after-an-innocent-one.pkl', stack(texts('predict', 'tofile'))),
    bad('of-a-regressor.pkl', stack(texts('dump'), 'StackingRegressor')),
    bad('in-a-tuple.pkl', stack(`${short('tofile')}\x85`)),
    bad('in-a-text.pkl', stack(short('T'))),
    bad('behind-many.pkl', stack(texts(...Array.from({ length: 256 }, () => 'predict'), 'tofile'))),
    bad(
      'added-afterwards.pkl',
      stream(4, `]\x94${object(STACKING, 'StackingClassifier', { stack_method_: 'h\x00' })}0h\x00${short('tofile')}a`),
    ),
    bad(
      'in-protocol-0.pkl',
      `ccopyreg\n_reconstructor\n(c${STACKING}\nStackingClassifier\nc__builtin__\nobject\nNtR(dVstack_method_\n(lVtofile\nasb.`,
    ),
    bad(
      'stack.skops',
      skops(objectNode(STACKING, 'StackingClassifier', { stack_method_: listNode([jsonNode('tofile')]) })),
    ),
    bad('stack-of-a-text.skops', skops(objectNode(STACKING, 'StackingRegressor', { stack_method_: jsonNode('T') }))),
    bad('memmap-as-a-function.pkl', stream(4, transformer(MEMMAP))),
    bad('memmap-as-a-function.skops', skops(dictNode({ func: node('TypeNode', 'numpy', 'memmap') }))),
    bad('memmap-beside-an-array.joblib', memmapFile(transformer('h\x00'))),
    bad('memmap-beside-an-array-imported-again.joblib', memmapFile(transformer(MEMMAP))),
  ],
})
