import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { securityScan } from '../../../../src/commands/security-scan.ts'
import { Settings } from '../../../../src/core/settings/schema.ts'
import { localFiles } from '../../../../src/files/local-files.ts'
import { scanProcesses } from '../../../../src/scanning/scan-processes.ts'
import type { Sample } from './define-class.ts'

const unused = () => {
  throw new Error('The gate has no business with it')
}

interface SampledClass {
  readonly id: string
  readonly samples: readonly Sample[]
}

/** What the whole gate says of each sample, by class and path: from files in a folder, as a user's are. */
export async function scanSamples(classes: readonly SampledClass[]) {
  const root = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    for (const { id, samples } of classes) writeSamples(join(root, 'models', id), samples)
    const { result } = await scanFolder(root, 'models')
    return new Map(result.files.map(file => [file.path.replace(/^models\//, ''), file]))
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** What the gate finds below a path of a folder. */
export const scanFolder = (root: string, path: string) =>
  securityScan.find(Settings.parse({ security: { paths: [path] } }), ports(root), '.proofmark')

/** Writes samples, and what stands beside them, below a folder. */
export function writeSamples(folder: string, samples: readonly Sample[]): void {
  for (const { path, content, beside = {} } of samples)
    for (const [name, file] of Object.entries({ [path]: content, ...beside })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), file)
    }
}

const ports = (root: string) => ({
  files: localFiles(root),
  tables: { open: unused, measure: unused, find: unused },
  programs: { run: unused },
  onnx: { open: unused },
  logs: { open: unused },
  log: { info: () => {}, warn: () => {}, progress: () => {} },
  context: {},
  now: () => new Date(0),
  noteKeys: { hash: unused, verify: unused, generate: unused, publicKey: unused, sign: unused },
  pause: unused,
  issuers: { keys: unused, verify: unused, thumbprints: unused },
  sha256: unused,
  advisories: { find: unused },
  metrics: { range: unused },
  scanner: scanProcesses(root),
  signing: { generate: unused, open: unused, seal: unused, verify: unused, signatory: unused, publicKey: unused },
  identityTokens: { token: unused },
  encryption: { isKeyService: unused, encrypt: unused, decrypt: unused, random: unused },
})
