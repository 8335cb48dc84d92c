import { type Appended, appendToLog } from '../../../src/commands/log/append-to-log.ts'
import { initLog } from '../../../src/commands/log/init-log.ts'
import type { LogPorts } from '../../../src/commands/log/log-ports.ts'
import type { LogWrite } from '../../../src/commands/log/log-writer.ts'
import { type ReadLog, readLog } from '../../../src/commands/log/read-log.ts'
import type { TreeHead } from '../../../src/core/record/log/checkpoint.ts'
import type { Leaf } from '../../../src/core/record/log/leaf.ts'
import { isFault, type LogFault } from '../../../src/core/record/log/log-fault.ts'
import { type LogTrust, logTrust } from '../../../src/core/record/log/log-trust.ts'
import { type NoteSigner, noteVerifier, writeVerifierKey } from '../../../src/core/record/log/note-key.ts'
import type { TrustedLog } from '../../../src/core/record/trust/trust.ts'
import type { LogBranch } from '../../../src/ports/log-branch.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import { sha256 } from '../sha256.ts'
import { type MemoryBranch, memoryBranch } from './memory-branch.ts'

export const ORIGIN = 'github.com/acme/governance/proofmark-log'
export const NOW = new Date('2026-11-30T12:00:00Z')

/** A signer whose secret is a number, so that every run has the same keys. */
export function signerOf(name: string, type: 1 | 4, number: number): NoteSigner {
  const seed = new Uint8Array(32).fill(number)
  return { ...noteVerifier(name, type, noteKeys.publicKey(seed), noteKeys.hash), seed }
}

export const logSigner = signerOf(ORIGIN, 1, 1)
export const witnessSigner = (n: number) => signerOf(`witness.example/w${n}`, 4, 100 + n)

/** Ports whose clock stands, and whose waits are counted instead of waited. */
export function logPorts(now = NOW): LogPorts & { readonly waits: number[] } {
  const waits: number[] = []
  return {
    noteKeys,
    now: () => now,
    pause: async atMost => {
      waits.push(atMost)
    },
    waits,
  }
}

/** Something to log: a document of some words, and its leaf. */
export function write(words: string, parts: Partial<Leaf> = {}): LogWrite {
  const document = new TextEncoder().encode(words)
  return {
    document,
    leaf: {
      v: 1,
      type: 'certificate',
      at: '2026-11-30T11:00:00Z',
      model: 'credit-default 3',
      id: `sha256:${sha256('model')}`,
      document: `sha256:${sha256(words)}`,
      ...parts,
    },
  }
}

export const writes = (count: number, from = 0): LogWrite[] =>
  Array.from({ length: count }, (_, n) => write(`document ${from + n}`))

/** The log as a policy trusts it, with this many witnesses. */
export const trustedIn = (witnesses = 0, quorum = witnesses, maxAgeHours?: number): TrustedLog => ({
  origin: ORIGIN,
  key: writeVerifierKey(logSigner),
  witnesses: Object.fromEntries(
    Array.from({ length: witnesses }, (_, n) => [`w${n}`, writeVerifierKey(witnessSigner(n))]),
  ),
  quorum,
  ...(maxAgeHours === undefined ? {} : { 'max-checkpoint-age-hours': maxAgeHours }),
})

export const trustIn = (...of: Parameters<typeof trustedIn>): LogTrust => logTrust(trustedIn(...of), noteKeys.hash)

/** A log that was begun, and how to work on it. */
export async function aLog(branch: MemoryBranch = memoryBranch()) {
  await initLog({ branch, origin: ORIGIN, signer: logSigner }, logPorts())
  return { branch, append: appender(branch) }
}

export const appender =
  (branch: LogBranch, ports = logPorts()) =>
  (some: readonly LogWrite[], seen: readonly TreeHead[] = []): Promise<Appended> =>
    appendToLog(some, { branch, origin: ORIGIN, signer: logSigner, seen }, ports)

/** The log, or an exception with what is wrong with it. */
export async function readable(branch: LogBranch, trust = trustIn(), seen: readonly TreeHead[] = []): Promise<ReadLog> {
  const log = await readLog(branch, trust, seen, logPorts())
  if (isFault(log)) throw new Error(log.message)
  return log
}

export const faultOf = async (
  branch: LogBranch,
  trust = trustIn(),
  seen: readonly TreeHead[] = [],
): Promise<string> => {
  const log: ReadLog | LogFault = await readLog(branch, trust, seen, logPorts())
  return isFault(log) ? log.message : 'no fault'
}
