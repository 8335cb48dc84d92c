import { describe, expect, it } from 'vitest'
import { isAllowedClass, isAllowedFunction } from '../../../src/core/security/keras/allowed.ts'
import { inspectConfig } from '../../../src/core/security/keras/inspect-config.ts'

const findings = (config: unknown) => inspectConfig(config, JSON.stringify(config)).findings.map(({ name }) => name)
const dense = { module: 'keras.layers', class_name: 'Dense', config: { units: 1 }, registered_name: null }

describe('the allow list of Keras', () => {
  it.each([
    ['keras.layers', 'Dense'],
    ['keras.layers', 'LSTM'],
    ['keras.optimizers', 'Adam'],
    ['keras.losses', 'BinaryCrossentropy'],
    ['keras.initializers', 'GlorotUniform'],
    ['keras.src.models.functional', 'Functional'],
    ['keras', 'DTypePolicy'],
  ])('has %s.%s', (module, name) => expect(isAllowedClass(module, name)).toBe(true))

  it.each([
    ['keras.layers', 'Lambda'],
    ['keras.layers', 'TFSMLayer'],
    ['keras.layers', 'TorchModuleWrapper'],
    ['keras.layers', 'JaxLayer'],
    ['keras.layers', 'FlaxLayer'],
    ['keras.utils', 'get_file'],
    ['keras.config', 'enable_unsafe_deserialization'],
    ['keras.src.ops.core', 'Map'],
    ['keras.src.ops.core', 'WhileLoop'],
    ['keras.src.layers.core.lambda_layer', 'Lambda'],
    ['keras.layers.Dense', ''],
    ['', 'keras.layers:Dense'],
    ['os', 'system'],
    ['__proto__', 'constructor'],
  ])('does not have %s.%s', (module, name) => expect(isAllowedClass(module, name)).toBe(false))

  it('has functions of Keras only, under builtins too', () => {
    expect(isAllowedFunction('keras.activations', 'relu')).toBe(true)
    expect(isAllowedFunction('builtins', 'relu')).toBe(true)
    expect(isAllowedFunction('builtins', 'exec')).toBe(false)
    expect(isAllowedFunction('os', 'relu')).toBe(false)
    expect(isAllowedFunction('keras.activations', 'deserialize')).toBe(false)
  })
})

describe('a configuration', () => {
  it('of Keras’ own objects has no findings', () => {
    const model = { module: 'keras', class_name: 'Sequential', config: { layers: [dense] }, registered_name: null }
    expect(inspectConfig(model, '')).toEqual({ findings: [], globals: 2 })
  })

  it('may nest as deep as it likes', () => {
    let nested: unknown = { ...dense, module: 'os', class_name: 'getcwd' }
    for (let i = 0; i < 200_000; i++) nested = [nested]
    expect(inspectConfig(nested, '').findings).toEqual([
      { offset: 0, name: 'os.getcwd', reason: 'is made and not on the allow list' },
    ])
  })

  it.each([
    ['a class under another key', { loss: { anything: [{ ...dense, class_name: 'Dense2' }] } }, 'keras.layers.Dense2'],
    ['a class that is no text', { ...dense, class_name: ['Dense'] }, 'class_name'],
    ['a class without a module', { ...dense, module: null }, '?.Dense'],
    ['a custom name', { ...dense, registered_name: 'mine>Dense' }, 'mine>Dense'],
    [
      'a custom function',
      { module: 'builtins', class_name: 'function', config: 'relu', registered_name: 'a>b' },
      'a>b',
    ],
    [
      'a function with a config',
      { module: 'keras.activations', class_name: 'function', config: {} },
      'keras.activations.?',
    ],
    ['Python code', { class_name: '__lambda__', config: { value: 'x' } }, '__lambda__'],
    ['an address', { ...dense, config: { kernel: 'gs://bucket/x' } }, 'gs://bucket/x'],
    ['a vocabulary in a file', { ...dense, config: { vocabulary: 'words.txt' } }, 'words.txt'],
  ])('with %s has that finding', (_, config, name) => expect(findings(config)).toEqual([name]))

  it('may have a vocabulary of words, tensors and slices', () => {
    expect(findings({ ...dense, config: { vocabulary: ['a', 'b'] } })).toEqual([])
    expect(findings({ args: [{ class_name: '__keras_tensor__', config: { shape: [null, 4] } }] })).toEqual([])
    expect(findings({ class_name: '__slice__', config: { start: 1, stop: null, step: null } })).toEqual([])
  })
})
