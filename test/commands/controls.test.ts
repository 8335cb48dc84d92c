import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { controls } from '../../src/commands/controls/controls.ts'
import type { EvidenceLink } from '../../src/core/controls/control-status.ts'
import type { Leaf } from '../../src/core/record/log/leaf.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { UserError } from '../../src/core/user-error.ts'
import type { RecordLog } from '../../src/ports/record-log.ts'
import type { Ports } from '../../src/ports.ts'
import { controlsMarkdown } from '../../src/report/controls/markdown.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { workshop } from '../harness/certified.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { sha256 } from '../harness/sha256.ts'
import { certified, scanned } from '../report/some-evidence.ts'

const FLOOR = { id: 'auc.floor', title: 'AUC', status: 'pass', reason: 'it is' } as const
const ARTEFACT = { id: 'artefact.models/credit.joblib', title: 'a', status: 'pass', reason: 'nothing runs' } as const
const SECRET = { id: 'secrets.app.py', title: 's', status: 'fail', reason: 'a key' } as const

/** What two gates have written. */
const written = {
  '.proofmark/model-certify.evidence.json': JSON.stringify(certified([FLOOR])),
  '.proofmark/security-scan.evidence.json': JSON.stringify(scanned([ARTEFACT, SECRET])),
  '.proofmark/model-card.json': '{}',
}
const MODEL = sha256(`${'a'.repeat(64)}  models/credit.joblib\n`)

/** A log of some entries, each with a document of its own. */
function aLog(
  types: readonly Leaf['type'][],
  id = MODEL,
): RecordLog & { readonly documents: ReadonlyMap<string, string> } {
  const documents = new Map<string, string>()
  const leaves = types.map((type, index): Leaf => {
    const document = `sha256:${sha256(`${type} ${index}`)}`
    documents.set(document, `{"reason":"${type}"}`)
    return { v: 1, type, at: '2026-01-03T00:00:00Z', model: 'credit 1', id: `sha256:${id}`, document: document }
  })
  return {
    name: 'acme/log',
    documents,
    read: async () => ({
      leaves,
      documents,
      witnessed: {
        size: leaves.length,
        witnesses: [],
        checkpoint: { origin: 'o', size: leaves.length, root: new Uint8Array(32) },
      },
    }),
    append: async () => {},
  }
}

/** A world of these files, on the tenth of January. */
function worldOf(files: Readonly<Record<string, string>>): Ports {
  const { ports } = portsOf(files)
  const text = (path: string) => {
    const found = files[path]
    if (found === undefined) throw new UserError('file.missing', `Expected ${path} to be a file but there is none`)
    return found
  }
  return {
    ...ports,
    now: () => new Date('2026-01-10T00:00:00Z'),
    files: {
      ...ports.files,
      read: async path => new TextEncoder().encode(text(path)),
      readText: async path => text(path),
      digest: async path => ({ sha256: sha256(text(path)), bytes: text(path).length }),
    },
    sha256: content => createHash('sha256').update(content).digest('hex'),
  }
}

const settings = (given: object = {}) => Settings.parse({ controls: given, model: { name: 'credit' } })
const settingsOfModel = (given: object) => Settings.parse({ model: { name: 'credit-default' }, ...given })
const assess = (given: object = {}, log?: RecordLog, files: Record<string, string> = written) =>
  controls(settings(given), { out: '.proofmark', log }, worldOf(files))

/** What stands at a JSON pointer (RFC 6901). */
const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner === undefined ? inner : Reflect.get(Object(inner), key)), value)

it('every link of every control leads to what it names', async () => {
  const log = aLog(['certificate', 'approval', 'promotion', 'review'])
  const { statuses } = await assess({}, log)
  const links = statuses.flatMap(({ support }) => support.flatMap(each => each.links))
  const lost = links.filter(link => !resolves(link, log.documents))
  expect(lost).toEqual([])
  expect(new Set(links.map(({ file }) => file.split(':')[0]))).toEqual(
    new Set(['model-certify.evidence.json', 'security-scan.evidence.json', 'model-card.json', 'log']),
  )

  function resolves({ file, pointer, name, sha256: digest }: EvidenceLink, documents: ReadonlyMap<string, string>) {
    if (file.startsWith('log:')) return documents.has(file.slice('log:'.length))
    const text = Object.entries(written).find(([path]) => path === `.proofmark/${file}`)?.[1]
    if (text === undefined || (digest !== undefined && digest !== sha256(text))) return false
    return pointer === '' || Reflect.get(Object(at(JSON.parse(text), pointer)), 'id') === name
  }
})

it('tells a failed check as speaking against its controls, and promotions of this model alone', async () => {
  const of = async (id: string, log?: RecordLog) =>
    (await assess({}, log)).statuses.find(({ control }) => control.id === id)
  expect((await of('gdpr:Art.5(1)(f)'))?.status).toBe('not supported')
  expect((await of('iso27001:A.8.31', aLog(['promotion'])))?.status).toBe('partial')
  expect((await of('iso27001:A.8.31', aLog(['promotion'], 'b'.repeat(64))))?.status).toBe('not evaluable')
  expect((await of('iso27001:A.8.15', aLog(['promotion'], 'b'.repeat(64))))?.status).toBe('partial')
})

it('takes a catalogue from a file and from the settings, and owners', async () => {
  const own = (id: string) =>
    `{ id: '${id}', title: Scanned, reach: whole, duty: Read it, support: [{ gate: security-scan, checks: [artefact], shows: it was scanned }] }`
  const files = { ...written, 'controls.yml': `controls:\n  - ${own('own:1')}\n` }
  const given = {
    catalogue: 'controls.yml',
    frameworks: ['own', 'more'],
    owners: { 'own:1': 'Carol' },
    'fresh-days': 3650,
    add: [parse(own('more:2'))],
  }
  const { statuses } = await assess(given, undefined, files)
  expect(statuses.map(({ control, status, owner }) => [control.id, status, owner])).toEqual([
    ['own:1', 'supported', 'Carol'],
    ['more:2', 'supported', 'compliance officer'],
  ])
})

it.each([
  ['controls:\n  - { id: x }', /Expected 'controls\[?\.?0/],
  ['controls: []', /Expected 'controls'/],
  ['kontrols: []', /Unknown key 'kontrols'/],
])('refuses the catalogue %s', async (text, message) => {
  const files = { ...written, 'controls.yml': text }
  await expect(assess({ catalogue: 'controls.yml' }, undefined, files)).rejects.toThrow(message)
})

it('says which framework there is none of, and what could not be read', async () => {
  const none = controls(settings(), { out: '.proofmark', frameworks: ['iso9001'] }, worldOf(written))
  await expect(none).rejects.toThrow("Expected a framework of the catalogue but found 'iso9001'")
  const broken = {
    ...written,
    '.proofmark/security-scan.evidence.json': '{"schema":"https://proofmark.dev/evidence/v0"}',
  }
  const { notes, statuses } = await assess({}, undefined, { ...broken, '.proofmark/certificate.sigstore.json': '{}' })
  expect(notes[0]).toMatch(/^security-scan\.evidence\.json cannot be read/)
  expect(notes[1]).toMatch(/^certificate\.sigstore\.json cannot be read/)
  expect(statuses.find(({ control }) => control.id === 'iso27001:A.8.8')?.status).toBe('not evaluable')
})

it('counts a certificate whose signature holds, until it ends', async () => {
  const { certify, ports, keys } = await workshop()
  await certify('1', { 'model.bin': 'weights' }, 30)
  const look = async (key: string | undefined, now: string, given: object = {}) => {
    const asked = { out: '1/out', ...(key === undefined ? {} : { key }) }
    const { statuses, notes } = await controls(settingsOfModel(given), asked, ports(now))
    return { status: statuses.find(({ control }) => control.id === 'gdpr:Art.5(2)')?.status, notes: notes.join('\n') }
  }
  expect(await look('proofmark.pub', '2026-12-01T06:00:00Z')).toMatchObject({ status: 'partial' })
  expect((await look(undefined, '2026-12-01T06:00:00Z')).notes).toContain('was not verified: name the certifier')
  const trust = { policy: { trust: { keys: [{ name: 'certifier', key: keys.publicKey }] } } }
  expect((await look(undefined, '2026-12-01T06:00:00Z', trust)).notes).not.toContain('was not verified')
  expect(await look('proofmark.pub', '2027-02-01T06:00:00Z')).toMatchObject({ status: 'not supported' })
  const strange = await ports().signing.generate('p256')
  await ports().files.write('strange.pub', strange.publicKey)
  const refused = await look('strange.pub', '2026-12-01T06:00:00Z')
  expect(refused.status).toBe('not supported')
  expect(refused.notes).toContain('certificate.sigstore.json counts for nothing')
})

it('counts nothing of a log that cannot be read, and says so', async () => {
  const broken: RecordLog = {
    ...aLog([]),
    read: async () => {
      throw new UserError('log.gap', 'Expected entry 3 of 5 but found nothing')
    },
  }
  const { notes, statuses } = await assess({}, broken)
  expect(notes).toContain(
    'The log acme/log cannot be read, and counts for nothing: Expected entry 3 of 5 but found nothing',
  )
  expect(statuses.find(({ control }) => control.id === 'iso27001:A.8.15')?.status).toBe('not evaluable')
})

it('is a command: exit codes, files, links from the page to the evidence', async () => {
  const folder = temporaryFolder('controls')
  writeFileSync(join(folder, 'proofmark.yml'), 'model: { name: credit }\n')
  expect((await runProgram(folder, ['controls', '--offline'])).code).toBe(2)
  mkdirSync(join(folder, '.proofmark'))
  mkdirSync(join(folder, 'pages'))
  for (const [path, text] of Object.entries(written)) writeFileSync(join(folder, path), text)
  const flags = [
    '--offline',
    '--markdown',
    'pages/c.md',
    '--csv',
    'c.csv',
    '--oscal',
    'ar.json',
    '--article-30',
    'a.md',
    '--dpia',
    'd.md',
  ]
  expect((await runProgram(folder, ['controls', ...flags])).code).toBe(1)
  expect((await runProgram(folder, ['controls', '--offline', '--framework', 'ai-act'])).code).toBe(0)
  const page = readFileSync(join(folder, 'pages/c.md'), 'utf8')
  const targets = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, target = '']) => target)
  expect(targets.length).toBeGreaterThan(10)
  expect(targets.filter(target => !existsSync(join(folder, 'pages', target)))).toEqual([])
  for (const file of ['c.csv', 'ar.json', 'a.md', 'd.md'])
    expect(readFileSync(join(folder, file), 'utf8').length).toBeGreaterThan(500)
  const { said } = await runProgram(folder, ['controls', '--offline', '--json', '--framework', 'gdpr'])
  expect(JSON.parse(said).statuses.length).toBeGreaterThan(9)
})

it('shows what is in the record as text, where a page cannot link it', async () => {
  const report = await assess({}, aLog(['approval']))
  expect(controlsMarkdown(report)).toMatch(/approval of credit 1`? counts \(log, /)
})
