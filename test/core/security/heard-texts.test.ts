import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { hearTexts } from '../../../src/core/security/credentials/heard-texts.ts'
import { scanContent } from '../../../src/core/security/scan-content.ts'
import { secretlint } from '../../../src/secrets/secretlint.ts'
import { sha256 } from '../../harness/sha256.ts'
import { bytes } from './corpus/define-class.ts'
import { hdf5 } from './corpus/make/hdf5.ts'
import { DENSE, keras, sequential } from './corpus/make/keras.ts'
import { arrayData, npy, wrapper } from './corpus/make/numpy.ts'
import { binBytes, short, shortBytes, stackGlobal, stream, unicode } from './corpus/make/pickle.ts'
import { message, number, text } from './corpus/make/protobuf.ts'
import { stateDict, torchLegacy, torchZip } from './corpus/make/torch.ts'
import { zip } from './corpus/make/zip.ts'

const TOKEN = `gh${'p_'}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`
const KEY = `wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'ZXCVBNMASD'}`
const { find: findSecrets } = secretlint()

const scan = (path: string, content: Uint8Array) =>
  scanContent(path, memorySource(content), { ...nodeCodecs(), findSecrets, sha256 })
const found = async (path: string, content: Uint8Array) =>
  (await scan(path, content)).secrets.map(({ within, line }) => within ?? `line ${line}`)

const raw = (text: string) => `${little4(text)}${text}`
const little4 = (text: string) => String.fromCharCode(text.length, 0, 0, 0)
/** A pickle of one dict with this entry. */
const entry = (key: string, value: string, protocol = 4) => stream(protocol, `}${short(key)}${short(value)}s`)

describe('a credential in a pickle', () => {
  it.each([
    ['short text', stream(4, short(TOKEN)), 'text at byte 11'],
    ['text', stream(2, unicode(TOKEN)), 'text at byte 2'],
    ['a text of Python 2', stream(2, `T${raw(TOKEN)}`), 'text at byte 2'],
    ['bytes', stream(4, shortBytes(TOKEN)), 'bytes at byte 11'],
    ['longer bytes', stream(4, binBytes(`x = 1\ny = ${TOKEN}`)), 'bytes at byte 11, line 2'],
    ['an entry', entry('github', TOKEN), 'text at byte 20'],
    ['a long text', stream(4, unicode(`${'a '.repeat(3000)}${TOKEN}`)), 'text at byte 11'],
    ['what is refused', stream(4, `${stackGlobal('os', 'getpid')}${short(TOKEN)}\x85R`), undefined],
  ])('is found in %s, once, with its place', async (_, pickle, place) => {
    const places = await found('model.pkl', bytes(pickle))
    expect(places).toHaveLength(1)
    if (place !== undefined) expect(places).toEqual([place])
  })

  it('is found in one of protocol 0, which is text too, once', async () => {
    expect(await found('model.pkl', bytes(`(dp0\nS'github'\nS'${TOKEN}'\ns.`))).toHaveLength(1)
  })

  it('is known by what it is called', async () => {
    expect(await found('model.pkl', bytes(entry('aws_secret_access_key', KEY)))).toEqual([
      expect.stringMatching(/^entry at byte/),
    ])
    expect(await found('model.pkl', bytes(entry('note', KEY)))).toEqual([])
  })

  it('is found where the pickle is in something else', async () => {
    const pickle = bytes(entry('github', TOKEN))
    expect(await found('model.joblib', new Uint8Array(deflateSync(pickle)))).toEqual(['text at byte 20'])
    expect(await found('a.zip', zip([{ name: 'in/model.pkl', content: pickle }]))).toEqual([
      'text at byte 20 of in/model.pkl',
    ])
    const twice = zip([{ name: 'outer', content: zip([{ name: 'inner.pkl', content: pickle, deflate: true }]) }])
    expect(await found('a.zip', twice)).toEqual(['text at byte 20 of inner.pkl of outer'])
    const state = stateDict(`${unicode('token')}${unicode(TOKEN)}s`)
    expect(await found('m.pt', torchZip(state))).toEqual([expect.stringMatching(/^text at byte \d+ of m\/data\.pkl$/)])
    expect(await found('m.pt', bytes(torchLegacy({ object: state })))).toEqual([expect.stringMatching(/^text at byte/)])
  })

  it('and no other text counts as one that was searched', async () => {
    expect(await scan('model.pkl', bytes(entry('a', 'just some words')))).toMatchObject({
      secrets: [],
      searched: 'models',
    })
    expect(await scan('model.pkl', bytes(stream(4, 'N')))).not.toHaveProperty('searched')
  })
})

describe('a credential in', () => {
  it('a Keras model is found in its configuration and its assets', async () => {
    const layer = { ...DENSE, config: { name: TOKEN, units: 1 } }
    expect(await found('m.keras', keras(sequential(layer)))).toEqual(['text of config.json'])
    const vocabulary = [{ name: 'assets/words.txt', content: `first\n${TOKEN}\n` }]
    expect(await found('m.keras', keras(sequential(DENSE), vocabulary))).toEqual(['text of assets/words.txt, line 2'])
  })

  it('HDF5 is found in the attributes of any object, lists of texts among them', async () => {
    const file = await hdf5(write => {
      write.create_attribute('model_config', JSON.stringify({ note: 'nothing here' }))
      const group = write.create_group('weights')
      group.create_attribute('names', ['plain name', TOKEN])
      group.create_attribute('count', 17)
    })
    expect(await found('m.h5', file)).toEqual(['attribute names of /weights, line 2'])
    const sets = await hdf5(write => {
      write.create_dataset({ name: 'words', data: ['plain', 'another', TOKEN] })
      write.create_group('in').create_dataset({ name: 'fixed', data: ['a', `${TOKEN}${TOKEN}`], dtype: 'S100' })
      write.create_dataset({ name: 'numbers', data: new Float64Array(10) })
    })
    expect(await found('m.h5', sets)).toEqual(['data set /words, line 3'])
    const single = await hdf5(write => write.create_attribute('note', TOKEN))
    expect(await found('m.h5', single)).toEqual(['attribute note of /'])
  })

  it('ONNX is found in attributes and tensors of text', async () => {
    const attribute = message(5, text(1, 'classes_strings') + text(9, 'plain words') + text(9, TOKEN) + number(20, 8))
    const tensor = message(5, number(1, 1) + number(2, 8) + text(8, 'words') + text(6, TOKEN))
    const model = (graph: string) =>
      bytes(number(1, 8) + text(2, 'somebody') + message(7, graph) + message(8, number(2, 17)))
    const node = message(1, text(1, 'x') + text(2, 'y') + text(4, 'LabelEncoder') + text(7, 'ai.onnx.ml') + attribute)
    expect(await found('m.onnx', model(node))).toEqual([expect.stringMatching(/^strings at byte \d+, line 2$/)])
    expect(await found('m.onnx', model(tensor))).toEqual([expect.stringMatching(/^strings at byte \d+$/)])
  })

  it('a SavedModel is found in constants and settings of its operations', async () => {
    const setting = (value: string) => message(5, text(1, 'value') + message(2, value))
    const constant = setting(message(8, number(1, 7) + text(8, 'plain words') + text(8, TOKEN)))
    const model = (node: string) => bytes(number(1, 1) + message(2, message(2, message(1, node))))
    const node = (settings: string) => text(1, 'c') + text(2, 'Const') + settings
    expect(await found('saved_model.pb', model(node(constant)))).toEqual([
      expect.stringMatching(/^strings at byte \d+, line 2$/),
    ])
    expect(await found('saved_model.pb', model(node(setting(text(2, TOKEN)))))).toEqual([
      expect.stringMatching(/^strings at byte \d+$/),
    ])
    expect(await found('saved_model.pb', model(node(setting(message(1, text(2, TOKEN))))))).toHaveLength(1)
  })

  it('CatBoost’s binary is found in its training parameters', async () => {
    const model = readFileSync(new URL('../../cases/security/catboost/model/model.cbm', import.meta.url))
    const at = model.indexOf('"boost_from_average"')
    expect(at).toBeGreaterThan(0)
    model.write(`"${TOKEN}"`, at)
    expect(await found('model.cbm', model)).toEqual(['training parameter params'])
  })

  it('XGBoost’s UBJSON is found in its texts', async () => {
    const text = (value: string) => `L\0\0\0\0\0\0\0${String.fromCharCode(value.length)}${value}`
    const file = bytes(`{${text('learner')}{${text('feature_names')}[S${text('age')}S${text(TOKEN)}]}}`)
    expect(await found('m.ubj', file)).toEqual(['text at byte 64'])
  })

  it('skops is found in its schema and in bytes beside it', async () => {
    const text = (content: string) => ({
      __class__: 'str',
      __module__: 'builtins',
      __loader__: 'JsonNode',
      content,
      is_json: true,
    })
    const schema = (content: object) => JSON.stringify({ ...content, protocol: 2, _skops_version: '0.16.0' })
    const one = zip([{ name: 'schema.json', content: schema(text(JSON.stringify(TOKEN))) }])
    expect(await found('m.skops', one)).toEqual(['text of schema.json'])
    const node = { __class__: 'bytes', __module__: 'builtins', __loader__: 'BytesNode', file: '1.bin' }
    const beside = zip([
      { name: 'schema.json', content: schema(node) },
      { name: '1.bin', content: TOKEN },
    ])
    expect(await found('m.skops', beside)).toEqual(['text of 1.bin'])
  })
})

/** Text as numpy holds it in an item of so many characters. */
const wide = (text: string, length: number, big = false) =>
  Array.from({ length }, (_, i) => {
    const code = String.fromCharCode(text.charCodeAt(i) || 0)
    return big ? `\0\0\0${code}` : `${code}\0\0\0`
  }).join('')
const narrow = (text: string, length: number) => text.padEnd(length, '\0')

describe('a credential in a NumPy array', () => {
  const words = ['plain', TOKEN, 'and more words']
  it.each([
    [
      'text',
      npy("'<U64'", '(3,)', bytes(words.map(word => wide(word, 64)).join(''))),
      'items 1 to 3 of an array, line 2',
    ],
    ['text, big end first', npy("'>U64'", '(1,)', bytes(wide(TOKEN, 64, true))), 'items 1 to 1 of an array'],
    [
      'bytes',
      npy("'|S64'", '(3,)', bytes(words.map(word => narrow(word, 64)).join(''))),
      'items 1 to 3 of an array, line 2',
    ],
    [
      'fields',
      npy(
        "[('n', '<i8'), ('text', '<U50', (2,)), ('b', '|S5')]",
        '(1,)',
        bytes(`12345678${wide('x', 50)}${wide(TOKEN, 50)}hello`),
      ),
      'items 1 to 1 of an array, line 2',
    ],
    [
      'single characters',
      npy("'<U1'", `(${TOKEN.length},)`, bytes(wide(TOKEN, TOKEN.length))),
      'characters of an array',
    ],
    ['numbers that are bytes', npy("'|u1'", `(${TOKEN.length},)`, bytes(TOKEN)), 'characters of an array'],
    [
      'the last of many items',
      npy("'|S40'", '(1234,)', bytes(narrow('nothing', 40).repeat(1233) + narrow(TOKEN, 40))),
      'items 1201 to 1234 of an array, line 34',
    ],
  ])('of %s is found, once, with its place', async (_, array, place) => {
    expect(await found('names.npy', array)).toEqual([place])
    expect(await found('names.npz', zip([{ name: 'names.npy', content: array }]))).toEqual([
      place.replace(/(?=, line)|$/, ' of names.npy'),
    ])
  })

  it('of a longer text than is read at once is found', async () => {
    const long = narrow(`${'word '.repeat(300_000)}${TOKEN}`, 2_000_000)
    expect(await found('names.npy', npy("'|S2000000'", '(1,)', bytes(long)))).toHaveLength(1)
  })

  it('is found in a pickle and in joblib’s file', async () => {
    // numpy writes how long an item of text is into the state of its type: of U40 160 bytes, four by four.
    const dtype = (type: string) =>
      `${stackGlobal('numpy', 'dtype')}${short(type)}\x89\x88\x87R(K\x03` +
      `${short(type.startsWith('U') ? '<' : '|')}NNNK${type.startsWith('U') ? '\xa0K\x04K\x08' : '\x3cK\x01K\0'}tb`
    const array = (type: string, data: string) =>
      `${stackGlobal('numpy._core.multiarray', '_reconstruct')}${stackGlobal('numpy', 'ndarray')}K\0\x85C\x01b\x87R` +
      `(K\x01K${String.fromCharCode(1)}\x85${dtype(type)}\x89${binBytes(data)}tb`
    const scalar = (type: string, data: string) =>
      `${stackGlobal('numpy._core.multiarray', 'scalar')}${dtype(type)}${binBytes(data)}\x86R`
    expect(await found('model.pkl', bytes(stream(4, array('U40', wide(TOKEN, 40)))))).toHaveLength(1)
    expect(await found('model.pkl', bytes(stream(4, array('S60', narrow(TOKEN, 60)))))).toHaveLength(1)
    expect(await found('model.pkl', bytes(stream(4, scalar('U40', wide(TOKEN, 40)))))).toHaveLength(1)
    const data = wide(TOKEN, 40)
    const start = `\x80\x04${wrapper(1, 'U40', undefined, true, dtype('U40'))}`
    const file = bytes(`${start}${arrayData(start.length, data)}.`)
    expect(await scan('model.joblib', file)).toMatchObject({
      inspected: { format: 'joblib', inspection: { status: 'pass' } },
    })
    expect(await found('model.joblib', file)).toEqual(['items 1 to 1 of an array'])
  })

  it('and arrays of other things are no texts', async () => {
    const pixels = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 256)
    expect(await scan('a.npy', npy("'|u1'", '(3000,)', pixels))).not.toHaveProperty('searched')
    expect(await scan('a.npy', npy("'<f8'", '(2,)', new Uint8Array(16)))).not.toHaveProperty('searched')
  })
})

it('a text of several lines is one in JSON, too', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const layer = { ...DENSE, config: { name: key, units: 1 } }
  expect(await found('m.keras', keras(sequential(layer)))).toEqual(['text of config.json'])
})

it('texts are kept as far as they are not too many, and the rest is told of', async () => {
  const { hear, heard } = hearTexts()
  hear('a', 'too few')
  hear('b', 'just enough')
  hear('c', 'x'.repeat(6 * 1024 * 1024))
  hear('d', 'just enough')
  expect(heard()).toMatchObject({ texts: [{ where: 'b' }, { where: 'd' }], leftOut: 1 })

  const words = Array.from({ length: 7 }, () => unicode('word '.repeat(200_000))).join('')
  const { checks, secrets } = await scan('model.pkl', bytes(stream(2, `](${short(TOKEN)}${words}e`)))
  expect(secrets).toHaveLength(1)
  expect(checks).toMatchObject([
    {
      id: 'secrets-unsearched.model.pkl',
      status: 'warn',
      reason: expect.stringMatching(/^2 of the texts in model\.pkl/),
    },
  ])
})
