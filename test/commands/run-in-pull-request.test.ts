import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../src/commands/run.ts'
import { compose } from '../../src/compose.ts'
import type { Forge } from '../../src/ports.ts'
import { type OsvServer, osvServer } from '../osv/osv-server.ts'
import { forgeWith } from './forge-with.ts'

let root: string
let server: OsvServer
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'pull-request-'))
  server = await osvServer()
})
afterEach(async () => {
  rmSync(root, { recursive: true })
  await server.close()
})

const PAYLOAD = Buffer.from('\x80\x04\x8c\x02os\x8c\x06getcwd\x93)R.', 'latin1')
const WAIVER = {
  rule: 'artefact',
  name: 'os.getcwd',
  sha256: createHash('sha256').update(PAYLOAD).digest('hex'),
  reason: 'Reviewed',
  owner: '@acme/risk',
  expires: '9999-12-31',
}
const settings = (waivers: object[]) =>
  JSON.stringify({
    model: { files: ['m.pkl'] },
    security: { paths: ['requirements.txt'], vulnerabilities: 'api', 'osv-url': server.url },
    policy: { require: ['security-scan'], waivers },
  })

const later = () => Promise.reject(new Error('A scan has no business with it'))
/** Runs security-scan in a pull request to a branch with these files. */
async function scan(base: Record<string, string>) {
  const forge: Forge = {
    ...forgeWith(undefined),
    readBase: async path => base[path],
    readFile: later,
    listBase: async () => Object.keys(base),
    createCheckRun: later,
    standingCheckRuns: later,
    findComment: later,
    createComment: later,
    updateComment: later,
    deleteComment: later,
    currentHead: later,
    release: later,
    attest: later,
  }
  const ports = compose(root, { info() {}, warn() {}, progress() {} }, { base: 'abc' }, forge)
  const { produced, verdict } = await run(
    {
      command: 'security-scan',
      out: '.proofmark',
      config: 'proofmark.yml',
      configPath: 'credit/proofmark.yml',
      inputs: new Map(),
      nameInput: ({ name }) => name,
      rebase: path => path,
    },
    ports,
  )
  const checks = produced.flatMap(({ evidence }) => evidence.checks)
  return { verdict, checks, statuses: Object.fromEntries(checks.map(({ id, status }) => [id, status])) }
}

beforeEach(() => {
  writeFileSync(join(root, 'm.pkl'), PAYLOAD)
  writeFileSync(join(root, 'requirements.txt'), 'torch==2.0.1\n')
})

it('holds findings against the waivers, and vulnerabilities against the files, of the base branch', async () => {
  writeFileSync(join(root, 'proofmark.yml'), settings([WAIVER]))
  const found = await scan({
    'credit/proofmark.yml': settings([WAIVER]),
    'credit/requirements.txt': 'torch==2.0.1\n',
  })
  expect(found.statuses).toMatchObject({
    'artefact.m.pkl': 'warn',
    'vulnerabilities.requirements.txt:PyPI:torch@2.0.1': 'warn',
    waivers: 'pass',
  })
  expect(found.verdict).toBe('passed')
  const sarif = JSON.parse(readFileSync(join(root, '.proofmark/security-scan.sarif'), 'utf8'))
  expect(sarif.runs[0].results).toContainEqual(
    expect.objectContaining({ ruleId: 'artefact', suppressions: [expect.objectContaining({ status: 'accepted' })] }),
  )
})

it('takes no waiver that the pull request brings along, and lists it', async () => {
  writeFileSync(join(root, 'proofmark.yml'), settings([WAIVER]))
  const found = await scan({ 'credit/proofmark.yml': settings([]) })
  expect(found.statuses).toMatchObject({
    'artefact.m.pkl': 'fail',
    'vulnerabilities.requirements.txt:PyPI:torch@2.0.1': 'fail',
    'waivers.changed': 'warn',
  })
  expect(found.checks.find(({ id }) => id === 'waivers.changed')?.reason).toContain('adds the waiver of os.getcwd')
})

it('reads a day from YAML as it is written', async () => {
  const yaml = `model: { files: [m.pkl] }\npolicy:\n  waivers:\n    - ${Object.entries(WAIVER)
    .map(([key, value]) => `${key}: ${value.startsWith('@') ? `'${value}'` : value}`)
    .join('\n      ')}\n`
  writeFileSync(join(root, 'proofmark.yml'), yaml)
  const { statuses } = await scan({ 'credit/proofmark.yml': yaml })
  expect(statuses).toEqual({ 'artefact.m.pkl': 'warn', waivers: 'pass' })
})
