import { bad, defineClass, unclear } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { kerasH5 } from '../make/hdf5.ts'
import { DENSE, keras, layer, sequential } from '../make/keras.ts'
import { npy } from '../make/numpy.ts'
import { payload } from '../make/pickle.ts'
import { zip } from '../make/zip.ts'

const of = (...layers: readonly unknown[]) => keras(sequential(...layers))
const dense = (config: object) => layer('keras.layers', 'Dense', { units: 1, ...config })
const lambda = { class_name: '__lambda__', config: { value: '4wAAAAA=' } }

/** A configuration names the classes and functions that are made and called. */
export const kerasGadget = defineClass({
  id: 'keras-gadget',
  title: 'Gadgets in the configuration of Keras',
  source:
    'CVE-2025-1550, CVE-2025-8747, CVE-2025-9906, CVE-2025-9905, CVE-2025-49655, CVE-2025-12058, CVE-2026-1462, modelscan#262',
  samples: async () => [
    bad('module-of-python.keras', of(layer('os', 'getpid'))),
    bad('module-of-another-package.keras', of(layer('subprocess', 'Popen', { args: [] }))),
    bad('function-of-python.keras', of(dense({ activation: layer('builtins', 'function', 'eval', 'function') }))),
    bad('function-of-another-module.keras', of(dense({ activation: layer('os', 'function', 'getpid', 'getpid') }))),
    bad('get-file.keras', of(layer('keras.utils', 'get_file', { origin: 'https://example.invalid/x' }))),
    bad('get-file-as-function.keras', of(dense({ activation: layer('keras.utils', 'function', 'get_file') }))),
    bad('enable-unsafe.keras', of(layer('keras.config', 'enable_unsafe_deserialization'))),
    bad(
      'enable-unsafe-as-function.keras',
      of(dense({ activation: layer('keras.config', 'function', 'enable_unsafe_deserialization') })),
    ),
    bad('load-model.keras', of(layer('keras.models', 'load_model', { filepath: 'x' }))),
    bad('lambda.keras', of(DENSE, layer('keras.layers', 'Lambda', { function: lambda }))),
    bad('lambda-deep.keras', of(dense({ kernel_initializer: { a: [{ b: lambda }] } }))),
    bad('lambda-by-another-module.keras', of(layer('keras.src.layers.core.lambda_layer', 'Lambda', {}))),
    bad('tfsm-layer.keras', of(layer('keras.layers', 'TFSMLayer', { filepath: 'elsewhere' }))),
    bad('torch-module.keras', of(layer('keras.layers', 'TorchModuleWrapper', { module: 'gASVAA==' }))),
    bad('flax.keras', of(layer('keras.layers', 'FlaxLayer', {}))),
    bad('operation.keras', of(layer('keras.src.ops.core', 'Map', {}))),
    bad('numpy-file.keras', of(layer('numpy', 'load', { file: 'x' }))),
    bad('custom.keras', of(layer('builtins', 'Mine', {}, 'mine>Mine'))),
    bad('custom-name-of-a-listed-class.keras', of(layer('keras.layers', 'Dense', {}, 'mine>Dense'))),
    bad(
      'in-compile-config.keras',
      keras({ ...sequential(DENSE), compile_config: { loss: layer('builtins', 'function', 'exec', 'function') } }),
    ),
    bad('in-build-config.keras', keras({ ...sequential(DENSE), build_config: { x: layer('os', 'getpid') } })),
    bad(
      'type-spec.keras',
      of(dense({ spec: { class_name: '__typespec__', module: 'os', spec_name: 'getpid', spec_config: [] } })),
    ),
    bad('vocabulary-path.keras', of(layer('keras.layers', 'StringLookup', { vocabulary: '/etc/hostname' }))),
    bad(
      'vocabulary-address.keras',
      of(layer('keras.layers', 'TextVectorization', { vocabulary: ['a'], x: 'gs://bucket/words' })),
    ),
    bad('weights-path.keras', of(layer('keras.layers', 'TextVectorization', { idf_weights: 'weights.txt' }))),
    unclear('key-twice.keras', keras(`{"module":"keras","class_name":"Sequential","class_name":"Model","config":{}}`)),
    bad('class-name-is-no-text.keras', of(layer('keras.layers', ['Dense']))),
    bad('class-of-a-prototype.keras', of(layer('__proto__', 'constructor'))),
    bad(
      'weights-with-objects.keras',
      keras(sequential(DENSE), [
        { name: 'model.weights.npz', content: zip([{ name: 'a.npy', content: npy("'|O'", '(1,)', payload(2)) }]) },
      ]),
    ),
    unclear('another-member.keras', keras(sequential(DENSE), [{ name: 'assets/x.pkl', content: payload(2) }])),
    unclear('weights-elsewhere.keras', keras(sequential(DENSE), [{ name: 'model.weights.h5', content: 'none' }])),
    bad(
      'h5-lambda.h5',
      await kerasH5({
        class_name: 'Sequential',
        config: {
          layers: [{ class_name: 'Lambda', config: { function: ['4wAA', null, null], function_type: 'lambda' } }],
        },
      }),
    ),
    bad('h5-module.h5', await kerasH5(sequential(layer('os', 'getpid')))),
    bad(
      'h5-custom.h5',
      await kerasH5({ class_name: 'Sequential', config: { layers: [{ class_name: 'Mine', config: {} }] } }),
    ),
    bad(
      'h5-training-config.h5',
      await kerasH5({ loss: layer('builtins', 'function', 'exec', 'function') }, 'training_config'),
    ),
    bad(
      'h5-file-path.h5',
      await kerasH5({
        class_name: 'Sequential',
        config: { layers: [{ class_name: 'StringLookup', config: { vocabulary: '/etc/hostname' } }] },
      }),
    ),
    unclear('h5-no-json.h5', fixture('hdf5/config-no-json')),
    bad(
      'h5-in-keras.keras',
      keras(sequential(DENSE), [{ name: 'model.weights.h5', content: fixture('hdf5/external-link') }]),
    ),
  ],
})
