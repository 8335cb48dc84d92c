import { createHash } from 'node:crypto'
import { ageFiles } from '../../../src/ciphers/age-files.ts'
import type { Evidence, Material, Subject } from '../../../src/core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../../../src/core/identifiers.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import { UserError } from '../../../src/core/user-error.ts'
import { verdictOf } from '../../../src/core/verdict.ts'
import { VERSION } from '../../../src/core/version.ts'
import { oidcIssuers } from '../../../src/oidc/token-issuers.ts'
import type { Files, Ports } from '../../../src/ports.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import { sigstoreSigning } from '../../../src/signing/sigstore-signing.ts'

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** A disk: path to content. `secrets` holds the paths written for their owner only. */
export interface Disk extends Map<string, Uint8Array> {
  readonly secrets: Set<string>
}

export function disk(contents: Record<string, string | Uint8Array> = {}): Disk {
  const map = new Map(Object.entries(contents).map(([path, content]) => [path, bytes(content)]))
  return Object.assign(map, { secrets: new Set<string>() })
}

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** `Files` on a disk in memory. */
export function memoryFiles(disk: Disk): Files {
  async function read(path: string, { maxBytes = Number.POSITIVE_INFINITY }: { maxBytes?: number } = {}) {
    const content = disk.get(path)
    if (!content) throw new UserError('file.missing', `Expected a file at ${path} but found none`)
    if (content.length > maxBytes)
      throw new UserError('file.too-large', `Expected ${path} to have at most ${maxBytes} bytes but found more`)
    return content
  }
  return {
    read,
    readText: async (path, options) => new TextDecoder('utf-8', { fatal: true }).decode(await read(path, options)),
    exists: async path => [...disk.keys()].some(known => known === path || known.startsWith(`${path}/`)),
    list: async paths =>
      [...disk.keys()].filter(path => paths.some(p => path === p || path.startsWith(`${p}/`))).toSorted(),
    digest: async path => {
      const content = await read(path)
      return { sha256: sha256(content), bytes: content.length }
    },
    write: async (path, content, options) => {
      disk.set(path, bytes(content))
      if (options?.secret) disk.secrets.add(path)
    },
    remove: async path => {
      disk.delete(path)
    },
  }
}

const noTokens = { token: () => Promise.reject(new Error('The record asks for no identity')) }

/** What the record needs of the world, on a disk in memory, with the real signing. */
export function memoryPorts(disk: Disk, now = '2026-11-23T06:00:00.500Z'): Ports {
  return {
    files: memoryFiles(disk),
    tables: {
      open: () => Promise.reject(new Error('The record opens no table')),
      measure: () => Promise.reject(new Error('The record measures no table')),
      find: () => () => Promise.reject(new Error('The record looks for no rows')),
    },
    advisories: { find: () => Promise.reject(new Error('The record looks up no advisories')) },
    programs: { run: () => Promise.reject(new Error('No program is run here')) },
    onnx: { open: () => Promise.reject(new Error('No model is asked here')) },
    logs: {
      open() {
        throw new Error('No log is opened here')
      },
    },
    metrics: { range: () => Promise.reject(new Error('The record asks for no metrics')) },
    scanner: {
      open() {
        throw new Error('The record scans no file')
      },
    },
    noteKeys,
    pause: async () => {},
    signing: sigstoreSigning(noTokens),
    identityTokens: noTokens,
    encryption: ageFiles(),
    log: { info() {}, warn() {}, progress() {} },
    context: {
      repository: 'acme/credit',
      repositoryId: '812345',
      commit: 'c0ffee0000',
      ref: 'refs/heads/main',
      url: 'https://github.com/acme/credit/actions/runs/7',
    },
    now: () => new Date(now),
    issuers: oidcIssuers(),
    sha256,
  }
}

export const subjectOf = (files: Record<string, string>): Subject[] =>
  Object.entries(files).map(([name, content]) => ({
    name,
    digest: { sha256: sha256(content) },
    bytes: content.length,
  }))

export const material = (name: string, role: Material['role'], content: string): Material => ({
  name,
  role,
  digest: { sha256: sha256(content) },
  bytes: content.length,
})

/** Evidence with one check that passed, unless told otherwise. Its result is left out: the record decides by checks alone. */
export function evidence<Gate extends Evidence['gate']>(
  gate: Gate,
  parts: Partial<Omit<Evidence, 'gate'>> = {},
): Evidence {
  const checks = parts.checks ?? [{ id: 'rows.enough', title: 'Enough rows', status: 'pass', reason: '1000 rows' }]
  return {
    schema: EVIDENCE_SCHEMA,
    gate,
    verdict: verdictOf(checks.map(check => check.status)),
    subject: [],
    materials: [],
    tool: { name: 'proofmark', version: VERSION },
    run: { commit: 'c0ffee0000', startedAt: '2026-11-23T05:00:00.000Z', finishedAt: '2026-11-23T05:00:01.000Z' },
    ...parts,
    checks,
    result: null,
  }
}

export const settingsWith = (settings: object): Settings => Settings.parse(settings)
