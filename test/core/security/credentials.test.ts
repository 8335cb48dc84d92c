import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { readBaseline, writeBaseline } from '../../../src/core/security/credentials/baseline.ts'
import { baselineChanges } from '../../../src/core/security/credentials/baseline-check.ts'
import type { FoundSecret } from '../../../src/core/security/credentials/found-secret.ts'
import { readGitleaks } from '../../../src/core/security/credentials/gitleaks.ts'
import { jsonStrings } from '../../../src/core/security/credentials/json-strings.ts'
import { judgeSecrets } from '../../../src/core/security/credentials/judge-secrets.ts'
import { metadataOf } from '../../../src/core/security/credentials/metadata-of.ts'
import { notebookText } from '../../../src/core/security/credentials/notebook.ts'
import { secretsCheck } from '../../../src/core/security/credentials/secrets-check.ts'
import { Waiver } from '../../../src/core/security/waivers/waiver.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const FINGERPRINT = '0123456789abcdef'
const NO_WAIVERS = { list: [], now: new Date('2026-06-01') }

/** Each line that is searched, with where it is said to be. */
const lines = (searched: ReturnType<typeof notebookText>) =>
  (searched?.text ?? '').split('\n').flatMap((text, i) => (text === '' ? [] : [{ text, ...searched?.placeOf(i + 1) }]))

describe('the texts of a JSON document', () => {
  it('are found with their path and line, whatever is in them', () => {
    const found = [...jsonStrings('{"a": ["x", 1, "y\\"]"],\n "b": {"c": "z",\n"d": [[], {}, null, "\\u00e9"]}}')]
    expect(found.filter(({ isKey }) => !isKey).map(({ path, text, line }) => [path.join('.'), text, line])).toEqual([
      ['a.0', 'x', 1],
      ['a.2', 'y"]', 1],
      ['b.c', 'z', 2],
      ['b.d.3', 'é', 3],
    ])
    expect(found.filter(({ isKey }) => isKey).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are those of any depth', () => {
    const deep = `${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`
    expect([...jsonStrings(deep)].map(({ text }) => text)).toEqual(['x'])
  })
})

describe('a notebook', () => {
  const notebook = {
    cells: [
      { cell_type: 'markdown', metadata: {}, source: ['# Title\n', 'text'] },
      {
        cell_type: 'code',
        metadata: { tags: ['secret-tag'] },
        source: ['import os\n', 'key = "A"'],
        outputs: [
          { output_type: 'stream', name: 'stdout', text: ['one\n', 'two\n'] },
          {
            output_type: 'display_data',
            data: { 'image/png': 'iVBORw0K', 'text/plain': ['<Figure>'], 'text/html': '<b>h\ni</b>' },
            metadata: {},
          },
          { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['\u001b[0;31mke\u001b[0my', 'second'] },
        ],
      },
      { cell_type: 'raw', metadata: {}, source: 'a\nb', attachments: { 'x.png': { 'image/png': 'AAAA' } } },
    ],
    metadata: { kernelspec: { name: 'python3' } },
    nbformat: 4,
    nbformat_minor: 5,
  }
  const text = JSON.stringify(notebook, null, 1)
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  it('is searched cell by cell, sources and outputs, with cell, line in it and line of the file', () => {
    const found = lines(notebookText(text))
    expect(found).toContainEqual({ text: 'key = "A"', within: 'cell 2, line 2', line: lineOf('key = ') })
    expect(found).toContainEqual({ text: 'two', within: 'output 1 of cell 2, line 2', line: lineOf('two') })
    expect(found).toContainEqual(expect.objectContaining({ text: 'i</b>', line: lineOf('<b>') }))
    expect(found).toContainEqual(
      expect.objectContaining({ text: 'b', within: 'cell 3, line 2', line: lineOf('"a\\nb"') }),
    )
    expect(found).toContainEqual(expect.objectContaining({ text: 'python3' }))
    expect(found).toContainEqual(expect.objectContaining({ text: 'secret-tag' }))
  })

  it('is not searched in its pictures, and colours cut nothing in two', () => {
    const found = lines(notebookText(text)).map(line => line.text)
    expect(found).toContain('key')
    expect(found).toContain('second')
    expect(found.join('\n')).not.toMatch(/iVBOR|AAAA/)
  })

  it('of version 3 is one too', () => {
    const old = {
      nbformat: 3,
      worksheets: [
        {
          cells: [
            {
              cell_type: 'code',
              input: ['x = 1\n', 'y'],
              outputs: [{ output_type: 'pyout', text: ['out'], png: 'iVBOR' }],
            },
          ],
        },
      ],
    }
    const found = lines(notebookText(JSON.stringify(old)))
    expect(found).toContainEqual({ text: 'y', within: 'cell 1, line 2', line: 1 })
    expect(found).toContainEqual(expect.objectContaining({ text: 'out' }))
    expect(found.map(each => each.text)).not.toContain('iVBOR')
  })

  it('is told from other JSON', () => {
    for (const other of ['{}', '[]', 'no JSON', '{"nbformat": "4"}']) expect(notebookText(other)).toBeUndefined()
  })
})

describe('the metadata of a model', () => {
  const u64 = (value: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(BigInt(value))
    return bytes
  }
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const string = (text: string) => Buffer.concat([u64(Buffer.byteLength(text)), Buffer.from(text)])
  const field = (number: number, content: string | Buffer) => {
    const bytes = Buffer.from(content)
    const tag = (number << 3) | 2
    return Buffer.concat([Buffer.from([...(tag > 127 ? [(tag & 127) | 128, tag >> 7] : [tag]), bytes.length]), bytes])
  }
  const found = (format: string, bytes: Uint8Array) =>
    lines(metadataOf(format, memorySource(bytes))).map(({ text, within }) => [within, text])

  it('of safetensors is what stands under __metadata__', () => {
    const header = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt', note: 'a\nb' } }))
    expect(found('safetensors', Buffer.concat([u64(header.length), header]))).toEqual([
      ['metadata format', 'pt'],
      ['metadata note, line 1', 'a'],
      ['metadata note, line 2', 'b'],
    ])
    expect(metadataOf('safetensors', memorySource(Buffer.concat([u64(2), Buffer.from('{}')])))).toBeUndefined()
    expect(metadataOf('safetensors', memorySource(Buffer.from('short')))).toBeUndefined()
  })

  it('of GGUF is every text but the vocabulary, as far as it can be read', () => {
    const pairs = [
      [string('general.author'), u32(8), string('me')],
      [string('tokenizer.ggml.tokens'), u32(9), u32(8), u64(2), string('t0'), string('t1')],
      [string('general.tags'), u32(9), u32(8), u64(2), string('x'), string('y')],
      [string('general.size'), u32(4), u32(7)],
      [string('tokenizer.chat_template'), u32(8), string('{{ x }}')],
    ]
    const gguf = Buffer.concat([Buffer.from('GGUF'), u32(3), u64(0), u64(pairs.length), ...pairs.flat()])
    const all = [
      ['metadata general.author', 'me'],
      ['metadata general.tags', 'x'],
      ['metadata general.tags', 'y'],
      ['metadata tokenizer.chat_template', '{{ x }}'],
    ]
    expect(found('gguf', gguf)).toEqual(all)
    expect(found('gguf', gguf.subarray(0, -2))).toEqual(all.slice(0, -1))
  })

  it('of ONNX is what model and graph say of themselves', () => {
    const entry = (key: string, value: string) => Buffer.concat([field(1, key), field(2, value)])
    const graph = Buffer.concat([field(2, 'main'), field(10, 'of graph'), field(16, entry('g', 'gv'))])
    const model = Buffer.concat([field(2, 'sk2onnx'), field(6, 'doc'), field(7, graph), field(14, entry('k', 'v'))])
    expect(found('onnx', model)).toEqual([
      ['metadata producer_name', 'sk2onnx'],
      ['metadata doc_string', 'doc'],
      ['metadata graph.name', 'main'],
      ['metadata graph.doc_string', 'of graph'],
      ['metadata g', 'gv'],
      ['metadata k', 'v'],
    ])
  })

  it('of other formats is none', () => {
    expect(metadataOf('pickle', memorySource(Buffer.from('x')))).toBeUndefined()
  })
})

const secret = (change: Partial<FoundSecret> = {}): FoundSecret => ({
  path: 'a.py',
  line: 3,
  rule: 'github/GITHUB_TOKEN',
  fingerprint: FINGERPRINT,
  ...change,
})

describe('a baseline', () => {
  const baseline = readBaseline('b.json', writeBaseline([secret(), secret({ line: 9 })]))

  it('holds each credential once, by place and fingerprint', () => {
    expect(baseline.secrets).toEqual([{ path: 'a.py', rule: 'github/GITHUB_TOKEN', fingerprint: FINGERPRINT }])
    expect(writeBaseline([secret({ path: 'b' }), secret()])).toBe(writeBaseline([secret(), secret({ path: 'b' })]))
  })

  it('lets what was there only warn, and fails by the rest', () => {
    const other = secret({ fingerprint: 'f'.repeat(16), line: 5 })
    const check = (found: FoundSecret[]) =>
      secretsCheck(
        'a.py',
        judgeSecrets(found, baseline, NO_WAIVERS, () => undefined),
      )
    expect(check([secret()])).toMatchObject({
      status: 'warn',
      reason: 'Expected no credentials but found 1 that may stand for now (a.py:3); 1 of the baseline',
      locations: [{ note: 'github/GITHUB_TOKEN, of the baseline' }],
    })
    expect(check([secret(), other])).toMatchObject({
      status: 'fail',
      reason: expect.stringMatching(/looks like one \(a\.py:5, .*\); 1 of the baseline$/),
      locations: [{ line: 5 }, { line: 3 }],
    })
  })

  it('does not know the same credential in another file', () => {
    const [judged] = judgeSecrets([secret({ path: 'other.py' })], baseline, NO_WAIVERS, () => undefined)
    expect(judged?.secret).not.toHaveProperty('known')
  })

  it.each(['', '{}', '[]', '{"schema":"https://proofmark.dev/secrets-baseline/v1","secrets":[{"path":"a"}]}'])(
    'is not %j',
    text => {
      expect(() => readBaseline('b.json', text)).toThrow(/Expected b\.json to be a baseline of credentials but/)
    },
  )

  it('that would grow says by what', () => {
    const more = readBaseline('b.json', writeBaseline([secret(), secret({ path: 'new.py' })]))
    expect(baselineChanges('b.json', baseline, baseline)).toEqual([])
    expect(baselineChanges('b.json', more, baseline)).toEqual([])
    expect(baselineChanges('b.json', baseline, more)).toMatchObject([
      { status: 'warn', reason: expect.stringContaining('adds 1 to b.json (in new.py)') },
    ])
    expect(baselineChanges('b.json', undefined, more)).toMatchObject([{ reason: expect.stringContaining('adds 2') }])
  })
})

it('a waiver excepts one credential in one content', () => {
  const waiver = Waiver.parse({
    rule: 'secrets',
    name: FINGERPRINT,
    sha256: 'a'.repeat(64),
    reason: 'A test key',
    owner: '@acme',
    expires: '2026-12-31',
  })
  const judge = (of: string) =>
    judgeSecrets([secret()], undefined, { list: [waiver], now: new Date('2026-06-01') }, () => of)
  expect(secretsCheck('a.py', judge('a'.repeat(64)))).toMatchObject({
    status: 'warn',
    locations: [{ line: 3, waiver: 0 }],
    waivers: [{ owner: '@acme' }],
  })
  expect(secretsCheck('a.py', judge('b'.repeat(64)))).toMatchObject({
    status: 'fail',
    reason: expect.stringContaining(`the waiver of ${FINGERPRINT} is for aaaaaaaaaaaa`),
  })
})

describe('a report of gitleaks', () => {
  const value = 'AKIA-not-a-key'
  const finding = {
    RuleID: 'aws-access-token',
    Description: 'AWS',
    StartLine: 7,
    EndLine: 7,
    Match: value,
    Secret: value,
    File: './src/a.py',
    Commit: '',
    Fingerprint: 'src/a.py:aws-access-token:7',
  }
  const sarif = (name: string, results: object[]) =>
    JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name } }, results }] })
  const result = {
    ruleId: 'aws-access-token',
    message: { text: 'detected' },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'src/a.py' }, region: { startLine: 7, snippet: { text: value } } },
      },
    ],
    partialFingerprints: { commitSha: 'c0ffee00112233' },
  }

  it('as JSON or SARIF is taken for what it found, and never shows the value', () => {
    const [json] = readGitleaks(JSON.stringify([finding]), sha256)?.secrets ?? []
    expect(json).toEqual({
      path: 'src/a.py',
      line: 7,
      rule: 'gitleaks/aws-access-token',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      tool: 'gitleaks',
    })
    const [other] = readGitleaks(sarif('gitleaks', [result]), sha256)?.secrets ?? []
    expect(other).toEqual({ ...json, within: 'commit c0ffee0011' })
    expect(JSON.stringify([json, other])).not.toContain(value)
  })

  it('that hides the values still tells two of them apart', () => {
    const hidden = [finding, { ...finding, StartLine: 8 }].map(each => ({ ...each, Secret: 'REDACTED' }))
    const found = readGitleaks(JSON.stringify(hidden), sha256)?.secrets ?? []
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })

  it('without findings has none, and results it suppresses are left out', () => {
    expect(readGitleaks(sarif('gitleaks', []), sha256)?.secrets).toEqual([])
    const suppressed = sarif('gitleaks', [{ ...result, suppressions: [{ kind: 'inSource' }] }])
    expect(readGitleaks(suppressed, sha256)).toEqual({ secrets: [], rest: suppressed })
  })

  it('leaves everything to be searched but the credentials that it reports', () => {
    const other = 'another value'
    const rest = (text: string) => readGitleaks(text, sha256)?.rest
    expect(rest(JSON.stringify([{ ...finding, Match: `k = ${value} ${other}`, Message: value }], null, 1))).toBe(
      JSON.stringify([{ ...finding, Secret: '', Match: `k =  ${other}`, Message: value }], null, 1),
    )
    // Of a key that is there twice, JSON has the last: the first is no finding.
    expect(rest(JSON.stringify([finding]).replace('"Secret":', `"Secret":"${other}","Secret":`))).toContain(other)
    expect(rest(JSON.stringify([{ ...finding, Secret: 'REDACTED', Match: other }]))).toContain(other)
    const more = { physicalLocation: { ...result.locations[0]?.physicalLocation } }
    const twice = sarif('gitleaks', [{ ...result, locations: [...result.locations, more] }])
    expect(rest(twice)?.split(value)).toHaveLength(2)
    expect(rest(sarif('gitleaks', [result]))).not.toContain(value)
    const empty = JSON.stringify({ note: other, ...JSON.parse(sarif('gitleaks', [])) })
    expect(rest(empty)).toBe(empty)
  })

  it('is told from anything else', () => {
    for (const other of ['[]', '{}', '[1]', 'text', sarif('zizmor', [result]), JSON.stringify([{ RuleID: 'x' }])])
      expect(readGitleaks(other, sha256)).toBeUndefined()
  })

  it('adds nothing in a line where we have found one ourselves', () => {
    const found = [secret({ line: 7 }), secret({ line: 7, tool: 'gitleaks' }), secret({ line: 8, tool: 'gitleaks' })]
    expect(
      judgeSecrets(found, undefined, NO_WAIVERS, () => undefined).map(({ secret: { line, tool } }) => [line, tool]),
    ).toEqual([
      [7, undefined],
      [8, 'gitleaks'],
    ])
  })
})
