import { createHash } from 'node:crypto'
import type { Files, Ports } from '../../../src/ports.ts'
import { tablesOf } from './tables-of.ts'

const unused = () => {
  throw new Error('Not to be asked for')
}

/** A world of these files only; what is written lands in `written`. */
export function portsOf(files: Readonly<Record<string, string>>): { ports: Ports; written: Map<string, string> } {
  const written = new Map<string, string>()
  const memory: Files = {
    read: unused,
    readText: unused,
    exists: async path => path in files,
    list: unused,
    digest: unused,
    write: async (path, content) => void written.set(path, String(content)),
    remove: unused,
  }
  const ports: Ports = {
    files: memory,
    tables: tablesOf(files),
    advisories: { find: unused },
    metrics: { range: unused },
    scanner: { open: unused },
    programs: { run: unused },
    onnx: { open: unused },
    logs: { open: unused },
    signing: { generate: unused, open: unused, seal: unused, verify: unused, signatory: unused, publicKey: unused },
    identityTokens: { token: unused },
    encryption: { isKeyService: unused, encrypt: unused, decrypt: unused, random: unused },
    log: { info: () => {}, warn: () => {}, progress: () => {} },
    context: {},
    now: () => new Date('2026-01-01T00:00:00Z'),
    noteKeys: { hash: unused, verify: unused, generate: unused, publicKey: unused, sign: unused },
    pause: unused,
    issuers: { keys: unused, verify: unused, thumbprints: unused },
    sha256: content => createHash('sha256').update(content).digest('hex'),
  }
  return { ports, written }
}
