import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nodeCiphers } from '../../src/ciphers/node-ciphers.ts'
import { program } from '../../src/cli/program.ts'
import { scanTables } from '../../src/commands/scan-tables.ts'
import { type TableSink, tokenize } from '../../src/commands/tokenize.ts'
import { TokenManifest } from '../../src/core/security/tokens/manifest.ts'
import * as methods from '../../src/core/security/tokens/methods/index.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { localFiles } from '../../src/files/local-files.ts'
import type { Ports } from '../../src/ports.ts'
import { localTables } from '../../src/tables/local-tables.ts'
import { disk, memoryPorts } from '../core/record/memory.ts'

const CASES = 'test/cases/tokens'
const KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('hex')
const OTHER = Buffer.from(Array.from({ length: 32 }, (_, i) => i + 1)).toString('hex')

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tokenize-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (name: string, text: string) => writeFileSync(join(root, name), text)
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const ports = (): Ports => ({ ...memoryPorts(disk()), files: localFiles(root), tables: localTables(root) })

const sink = (out: string): TableSink => {
  let text = ''
  return {
    write: async more => {
      text += more
    },
    finish: async () => {
      put(out, text)
      return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) }
    },
  }
}

const run = async (data: string, out: string, { reverse = false, key = KEY } = {}) =>
  tokenize(
    { data, contract: 'contract.odcs.yaml', out, key: { text: key, place: 'tokens.key' }, reverse },
    sink(out),
    await nodeCiphers(),
    ports(),
  )

const contract = (columns: Record<string, string | undefined>) =>
  put(
    'contract.odcs.yaml',
    [
      'apiVersion: v3.1.0\nkind: DataContract\nid: t\nversion: 1.0.0\nschema:\n  - name: t\n    properties:',
      ...Object.entries(columns).map(([name, value]) =>
        value === undefined
          ? `      - name: ${name}`
          : `      - name: ${name}\n        classification: restricted\n        customProperties:\n          - property: proofmarkTokenize\n            value: ${value}`,
      ),
      '',
    ].join('\n'),
  )

const scan = async (file: string) => {
  const settings = Settings.parse({ data: { files: [file], contract: 'contract.odcs.yaml' } })
  const { checks } = await scanTables(settings, ports())
  return Object.fromEntries(checks.map(({ id, status }) => [id, status]))
}

describe.each(Object.values(methods))('$id', ({ id }) => {
  const cases = existsSync(join(CASES, id)) ? readdirSync(join(CASES, id)) : []

  it('has cases', () => expect(cases).not.toEqual([]))

  it.each(cases)('%s', async name => {
    cpSync(join(CASES, id, name), root, { recursive: true })
    if (existsSync(join(root, 'error.txt'))) {
      await expect(run('table.csv', 'out.csv')).rejects.toThrow(read('error.txt').trim())
      expect(existsSync(join(root, 'out.csv'))).toBe(false)
      return
    }
    await run('table.csv', 'out.csv')
    expect(read('out.csv')).toBe(read('expected.csv'))
  })
})

it('every folder of cases is a method’s', () => {
  expect(readdirSync(CASES).toSorted()).toEqual(
    Object.values(methods)
      .map(({ id }) => id)
      .toSorted(),
  )
})

describe('there and back', () => {
  const RAW =
    'id,card,mail,seen,note\n1,4000-0012-3456-7899,anna@example.org,2024-02-28,"a, ""b"""\n2,+39 02 123456,,1999-12-31,"two\nlines"\n'
  const COLUMNS = {
    id: undefined,
    card: 'ff1',
    mail: '{ method: aes-siv, domain: mail }',
    seen: '{ method: date-shift, subject: mail-or-id, days: 100 }'.replace('mail-or-id', 'id'),
    note: 'aes-siv',
  }

  it('gives every byte back', async () => {
    put('raw.csv', RAW)
    contract(COLUMNS)
    const done = await run('raw.csv', 'safe.csv')
    const safe = read('safe.csv')
    for (const value of ['7899', 'anna', '2024-02-28', '1999-12-31', 'lines']) expect(safe).not.toContain(value)
    expect(safe).toMatch(/^1,\d{4}-\d{4}-\d{4}-\d{4},pmt1\.s\.[\da-f]{8}\./m)
    expect(safe).toMatch(/^2,\+\d\d \d\d \d{6},,/m)
    expect(done).toMatchObject({
      rows: 2,
      keyId: expect.stringMatching(/^[\da-f]{8}$/),
      raw: [],
      manifest: 'safe.csv.tokens.json',
    })

    const back = await run('safe.csv', 'back.csv', { reverse: true })
    expect(read('back.csv')).toBe(RAW)
    expect(back).toMatchObject({ reversed: ['card', 'mail', 'seen', 'note'], kept: [] })
  })

  it('leaves a manifest that names methods and key, and calls it pseudonymised', async () => {
    put('raw.csv', RAW)
    contract(COLUMNS)
    const { keyId } = await run('raw.csv', 'safe.csv')
    const manifest = TokenManifest.parse(JSON.parse(read('safe.csv.tokens.json')))
    expect(manifest).toMatchObject({ keyId, status: 'pseudonymised', table: { rows: 2 } })
    expect(manifest.columns.map(({ method }) => method)).toEqual(['ff1', 'aes-siv', 'date-shift', 'aes-siv'])
    expect(read('safe.csv.tokens.json') + read('safe.csv')).not.toContain(KEY)
  })

  it('refuses another key before it writes a wrong value', async () => {
    put('raw.csv', RAW)
    contract(COLUMNS)
    await run('raw.csv', 'safe.csv')
    await expect(run('safe.csv', 'back.csv', { reverse: true, key: OTHER })).rejects.toMatchObject({
      code: 'tokenize.manifest',
    })

    put('mails.csv', 'id,mail\n1,anna@example.org\n')
    contract({ id: undefined, mail: 'aes-siv' })
    await run('mails.csv', 'safe.csv')
    await expect(run('safe.csv', 'back.csv', { reverse: true, key: OTHER })).rejects.toMatchObject({
      code: 'tokenize.token',
      message: expect.stringMatching(
        /^Expected a token of mail but found one of the key [\da-f]{8}, which is not [\da-f]{8} \(safe\.csv:2\)$/,
      ),
    })
    expect(existsSync(join(root, 'back.csv'))).toBe(false)
  })

  it('refuses to turn digits back without the manifest of this very table', async () => {
    put('raw.csv', RAW)
    contract(COLUMNS)
    await run('raw.csv', 'safe.csv')
    put('safe.csv', read('safe.csv').replace(/^1,/m, '3,'))
    await expect(run('safe.csv', 'back.csv', { reverse: true })).rejects.toThrow('found one of another table')
    rmSync(join(root, 'safe.csv.tokens.json'))
    await expect(run('safe.csv', 'back.csv', { reverse: true })).rejects.toThrow('found none')
  })

  it('leaves what has no way back, and says so; a date whose subject has none too', async () => {
    put('raw.csv', 'who,seen\nanna,2024-02-28\n')
    contract({ who: 'hmac', seen: '{ method: date-shift, subject: who, days: 9 }' })
    await run('raw.csv', 'safe.csv')
    const back = await run('safe.csv', 'back.csv', { reverse: true })
    expect(back).toMatchObject({ reversed: [], kept: ['who', 'seen'] })
    expect(read('back.csv')).toBe(read('safe.csv'))
  })

  it('moves all dates of one subject alike, and never by nothing', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `p${i % 40},2024-03-10`)
    put('raw.csv', `who,seen\n${rows.join('\n')}\n`)
    contract({ who: undefined, seen: '{ method: date-shift, subject: who, days: 3 }' })
    await run('raw.csv', 'safe.csv')
    const moved = read('safe.csv').trim().split('\n').slice(1)
    expect(new Set(moved).size).toBe(40)
    expect(new Set(moved.map(row => row.split(',')[1]))).toEqual(
      new Set(['2024-03-07', '2024-03-08', '2024-03-09', '2024-03-11', '2024-03-12', '2024-03-13']),
    )
  })
})

describe('keys', () => {
  it('are one per column: equal values of two columns have different tokens, of one domain the same', async () => {
    put('raw.csv', 'a,b,c\nx,x,x\n')
    contract({ a: 'hmac', b: '{ method: hmac, domain: a }', c: 'hmac' })
    await run('raw.csv', 'safe.csv')
    const [a, b, c] = read('safe.csv').trim().split('\n')[1]?.split(',') ?? []
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })

  it.each([
    ['too short', KEY.slice(2), 'tokenize.key'],
    ['a password', 'correct horse battery staple', 'tokenize.key'],
    ['nothing', '', 'tokenize.key'],
    ['zeros', '0'.repeat(64), 'tokenize.weak-key'],
  ])('are refused where they are %s, and not shown', async (_, key, code) => {
    put('raw.csv', 'a\nx\n')
    contract({ a: 'hmac' })
    const error: unknown = await run('raw.csv', 'safe.csv', { key }).catch(cause => cause)
    expect(error).toMatchObject({ code, message: expect.not.stringContaining('horse') })
  })

  it('may be base64', async () => {
    put('raw.csv', 'a\nx\n')
    contract({ a: 'hmac' })
    const asHex = await run('raw.csv', 'safe.csv')
    expect(await run('raw.csv', 'safe.csv', { key: `${Buffer.from(KEY, 'hex').toString('base64')}\n` })).toEqual(asHex)
  })
})

describe('a table that would leave raw', () => {
  it.each([
    ['a column the contract does not know', 'a,b\nx,y\n', { a: 'hmac' }, 'tokenize.unknown-column'],
    ['a declared column under another name', 'a\nx\n', { a: undefined, b: 'hmac' }, 'tokenize.missing-column'],
    ['no declaration', 'a\nx\n', { a: undefined }, 'tokenize.nothing-declared'],
    ['no rows', 'a\n', { a: 'hmac' }, 'tokenize.no-rows'],
    ['no column left', 'a\nx\n', { a: 'drop' }, 'tokenize.nothing-left'],
    ['an unknown method', 'a\nx\n', { a: 'md5' }, 'tokenize.declaration'],
    ['no subject', 'a\n2024-01-01\n', { a: '{ method: date-shift, subject: who, days: 3 }' }, 'tokenize.subject'],
  ])('is refused: %s', async (_, table, columns, code) => {
    put('raw.csv', table)
    contract(columns)
    await expect(run('raw.csv', 'safe.csv')).rejects.toMatchObject({ code })
    expect(existsSync(join(root, 'safe.csv'))).toBe(false)
  })

  it('is named where a classified column has no method', async () => {
    put('raw.csv', 'a,b\nx,y\n')
    contract({ a: 'hmac', b: undefined })
    put(
      'contract.odcs.yaml',
      read('contract.odcs.yaml').replace('- name: b', '- name: b\n        classification: restricted'),
    )
    expect(await run('raw.csv', 'safe.csv')).toMatchObject({ raw: ['b'] })
  })
})

describe('the scan of a declared column', () => {
  it('passes tokens and fails one raw value, with its line and without the value', async () => {
    put('raw.csv', 'id,email,zip\n1,anna@example.org,10115\n2,jan@example.org,20095\n3,eva@example.org,80331\n')
    contract({ id: undefined, email: 'hmac', zip: '{ method: generalise, characters: 2 }' })
    await run('raw.csv', 'safe.csv')
    expect(await scan('safe.csv')).toEqual({
      'sensitive.safe.csv': 'pass',
      'tokens.safe.csv.email': 'pass',
      'tokens.safe.csv.zip': 'pass',
    })
    put('mixed.csv', read('safe.csv').replace(/^2,[^,]+/m, '2,jan@example.org'))
    const settings = Settings.parse({ data: { files: ['mixed.csv'], contract: 'contract.odcs.yaml' } })
    const { checks } = await scanTables(settings, ports())
    const check = checks.find(({ id }) => id === 'tokens.mixed.csv.email')
    expect(check).toMatchObject({
      status: 'fail',
      reason: expect.stringContaining('1 of 3 cells hold something else (mixed.csv:3)'),
      locations: [{ file: 'mixed.csv', line: 3, column: 'email' }],
    })
    expect(JSON.stringify(checks)).not.toContain('jan@')
  })

  it('is made by the name the column has in the file', async () => {
    contract({ id: undefined, email: 'hmac' })
    put(
      'contract.odcs.yaml',
      read('contract.odcs.yaml').replace('- name: email', '- name: email\n        physicalName: mail'),
    )
    put('raw.csv', 'id,mail\n1,anna@example.org\n')
    expect(await scan('raw.csv')).toEqual({ 'sensitive.raw.csv.mail': 'pass', 'tokens.raw.csv.mail': 'fail' })
    await run('raw.csv', 'safe.csv')
    expect(await scan('safe.csv')).toEqual({ 'sensitive.safe.csv': 'pass', 'tokens.safe.csv.mail': 'pass' })
  })

  it('passes a dropped column that is gone and fails one that is there', async () => {
    put('raw.csv', 'id,email\n1,anna@example.org\n')
    contract({ id: undefined, email: 'drop' })
    await run('raw.csv', 'safe.csv')
    expect(await scan('safe.csv')).toMatchObject({ 'tokens.safe.csv.email': 'pass' })
    expect(await scan('raw.csv')).toMatchObject({ 'tokens.raw.csv.email': 'fail' })
  })

  it('cannot tell digits from digits: a manifest of this very table is a warning, none is inconclusive', async () => {
    put('raw.csv', 'id,phone\n1,0301234567\n')
    contract({ id: undefined, phone: 'ff1' })
    await run('raw.csv', 'safe.csv')
    expect(await scan('safe.csv')).toMatchObject({ 'tokens.safe.csv.phone': 'warn' })
    expect(await scan('raw.csv')).toMatchObject({ 'tokens.raw.csv.phone': 'inconclusive' })
    put('safe.csv', read('raw.csv'))
    expect(await scan('safe.csv')).toMatchObject({ 'tokens.safe.csv.phone': 'inconclusive' })
  })
})

describe('proofmark tokenize', () => {
  const at = (name: string) => join(root, name)
  const cli = async (...args: string[]) => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    try {
      const code = await program(['tokenize', '--contract', at('contract.odcs.yaml'), ...args])
      return { code, said: [...out.mock.calls, ...err.mock.calls].map(([text]) => String(text)).join('') }
    } finally {
      out.mockRestore()
      err.mockRestore()
    }
  }
  beforeEach(() => {
    put('raw.csv', 'id,email\n1,anna@example.org\n')
    put('tokens.key', `${KEY}\n`)
    contract({ id: undefined, email: 'aes-siv' })
  })

  it('writes the table and back, the values for their owner only, and says key id and never key', async () => {
    const there = await cli('--data', at('raw.csv'), '--key', at('tokens.key'), '--out', at('new/safe.csv'))
    expect(there).toMatchObject({ code: 0, said: expect.stringMatching(/key id +[\da-f]{8}\n[\s\S]*pseudonymised/) })
    expect(there.said).not.toMatch(new RegExp(`${KEY}|anonym(?!is)|anna`))
    const back = await cli(
      '--data',
      at('new/safe.csv'),
      '--key',
      at('tokens.key'),
      '--out',
      at('back.csv'),
      '--reverse',
    )
    expect(back.code).toBe(0)
    expect(read('back.csv')).toBe(read('raw.csv'))
    expect(statSync(at('back.csv')).mode & 0o077).toBe(0)
    expect(readdirSync(at('new')).toSorted()).toEqual(['safe.csv', 'safe.csv.tokens.json'])
  })

  it('takes the key from the environment', async () => {
    vi.stubEnv('PROOFMARK_TOKEN_KEY', KEY)
    expect(await cli('--data', at('raw.csv'), '--out', at('safe.csv'))).toMatchObject({ code: 0 })
    vi.unstubAllEnvs()
    expect(await cli('--data', at('raw.csv'), '--out', at('safe.csv'))).toMatchObject({
      code: 3,
      said: expect.stringContaining('Expected --key'),
    })
  })

  it.each(['raw.csv', 'tokens.key', 'contract.odcs.yaml'])('does not write over %s', async name => {
    const before = read(name)
    expect(await cli('--data', at('raw.csv'), '--key', at('tokens.key'), '--out', at(name))).toMatchObject({
      code: 3,
      said: expect.stringContaining('would overwrite'),
    })
    expect(read(name)).toBe(before)
  })

  it('leaves nothing of a table that breaks off, and what was there before as it was', async () => {
    put('safe.csv', 'before\n')
    put('raw.csv', 'id,email\n1,anna@example.org\n2\n')
    expect(await cli('--data', at('raw.csv'), '--key', at('tokens.key'), '--out', at('safe.csv'))).toMatchObject({
      code: 3,
    })
    expect(read('safe.csv')).toBe('before\n')
    expect(readdirSync(root).filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})
