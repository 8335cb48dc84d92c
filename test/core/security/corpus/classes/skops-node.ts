import { bad, defineClass, unclear } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { npy } from '../make/numpy.ts'
import { payload } from '../make/pickle.ts'
import { node, skops } from '../make/skops.ts'
import { zip } from '../make/zip.ts'

const dict = (value: object) =>
  node('DictNode', 'builtins', 'dict', {
    content: { a: value },
    key_types: node('ListNode', 'builtins', 'list', { content: [] }),
  })

/** skops asks before it loads; what it does not ask about was found again and again. */
export const skopsNode = defineClass({
  id: 'skops-node',
  title: 'Nodes of a skops schema',
  source: 'CVE-2025-54412, CVE-2025-54413, CVE-2025-54886, skops changes.rst',
  samples: () => [
    bad('object.skops', skops(node('ObjectNode', 'subprocess', 'Popen', { content: {} }))),
    bad('object-below.skops', skops(dict(node('ObjectNode', 'os', 'getpid', { content: {} })))),
    bad('type.skops', skops(dict(node('TypeNode', 'os', 'getpid')))),
    bad('function.skops', skops(dict(node('FunctionNode', 'os', 'getpid')))),
    bad(
      'method.skops',
      skops(dict(node('MethodNode', 'builtins', 'dict', { content: { func: '__init__', obj: dict({}) } }))),
    ),
    bad('operator.skops', skops(dict(node('OperatorFuncNode', 'operator', 'methodcaller', { attrs: {} })))),
    bad('partial.skops', skops(dict(node('PartialNode', 'functools', 'partial', { content: {} })))),
    bad('reduce.skops', skops(dict(node('ReduceNode', 'os', 'getpid', { content: {} })))),
    bad('unknown-node.skops', skops(dict(node('MyNode', 'builtins', 'dict')))),
    bad('node-of-a-prototype.skops', skops(dict(node('constructor', 'builtins', 'dict')))),
    bad('node-is-no-text.skops', skops(dict({ ...node('DictNode', 'builtins', 'dict'), __loader__: ['DictNode'] }))),
    bad(
      'dunder-state.skops',
      skops(
        node('ObjectNode', 'sklearn.linear_model._logistic', 'LogisticRegression', {
          content: node('DictNode', 'builtins', 'dict', { content: { __class__: dict({}) } }),
        }),
      ),
    ),
    bad('dict-of-another-class.skops', skops(node('DictNode', 'os', '_Environ', { content: {} }))),
    bad(
      'objects.skops',
      skops(dict(node('NdArrayNode', 'numpy', 'ndarray', { type: 'numpy', file: '1.npy' })), [
        { name: '1.npy', content: npy("'|O'", '(1,)', payload(2)) },
      ]),
    ),
    bad(
      'joblib-name.skops',
      skops(dict(node('ObjectNode', 'joblib.numpy_pickle', 'NumpyArrayWrapper', { content: {} }))),
    ),
    unclear('pickle-inside.skops', skops(dict({}), [{ name: 'x.pkl', content: payload(2) }])),
    unclear(
      'schema-twice-a-key.skops',
      zip([{ name: 'schema.json', content: '{"__loader__":"DictNode","__loader__":"ListNode"}' }]),
    ),
    unclear('file-missing.skops', fixture('skops/file-missing')),
    unclear('protocol-unknown.skops', fixture('skops/protocol-unknown')),
    bad('constructor.skops', fixture('skops/constructor')),
  ],
})
