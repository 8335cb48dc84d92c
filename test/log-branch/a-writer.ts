import { createHash } from 'node:crypto'
import type { LogPorts } from '../../src/commands/log/log-ports.ts'
import type { LogWrite } from '../../src/commands/log/log-writer.ts'
import { type NoteSigner, noteVerifier, writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'

export const ORIGIN = 'github.com/acme/governance/proofmark-log'
const seed = createHash('sha256').update('the key of the log in the tests').digest()

/** Signs the log of the tests, in every process alike. */
export const SIGNER: NoteSigner = { ...noteVerifier(ORIGIN, 1, noteKeys.publicKey(seed), noteKeys.hash), seed }

/** As `trust.log` has it. */
export const TRUSTED = { origin: ORIGIN, key: writeVerifierKey(SIGNER), quorum: 0 }

/** The real ones, but that waits are of at most `longest` milliseconds. */
export const writerPorts = (longest: number): LogPorts => ({
  noteKeys,
  now: () => new Date(),
  pause: atMost => new Promise(resolve => setTimeout(resolve, Math.random() * Math.min(atMost, longest))),
})

export const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** A certificate that this text is, logged now. */
export const certificateOf = (text: string): LogWrite => ({
  leaf: { v: 1, type: 'certificate', at: `${new Date().toISOString().slice(0, 19)}Z`, document: digestOf(text) },
  document: new Uint8Array(Buffer.from(text)),
})
