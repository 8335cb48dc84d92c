import { generateKeyPairSync } from 'node:crypto'
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
import { binBytes, short, shortBytes, stackGlobal, stream, unicode } from './corpus/make/pickle.ts'
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
    const single = await hdf5(write => write.create_attribute('note', TOKEN))
    expect(await found('m.h5', single)).toEqual(['attribute note of /'])
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
