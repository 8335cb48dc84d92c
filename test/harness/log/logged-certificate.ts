import { auditRecord } from '../../../src/commands/audit-record.ts'
import { proveLogged } from '../../../src/commands/log/prove-logged.ts'
import { recordLog } from '../../../src/commands/log/record-log.ts'
import { mirrorCosignature, witnessLog } from '../../../src/commands/log/witness-log.ts'
import { revoke } from '../../../src/commands/revoke.ts'
import { type Verification, type VerifyOptions, verify } from '../../../src/commands/verify.ts'
import type { TreeHead } from '../../../src/core/record/log/checkpoint.ts'
import type { Leaf } from '../../../src/core/record/log/leaf.ts'
import { isFault } from '../../../src/core/record/log/log-fault.ts'
import type { LoadedTrust } from '../../../src/core/record/trust/loaded-trust.ts'
import type { RecordLog } from '../../../src/ports/record-log.ts'
import { type Disk, disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../../core/record/memory.ts'
import { aLog, logPorts, logSigner, NOW, readable, trustedIn, trustIn, witnessSigner, write, writes } from './a-log.ts'
import type { MemoryBranch } from './memory-branch.ts'

const OUT = '.proofmark'
export const CERTIFICATE = `${OUT}/certificate.sigstore.json`
export const PROOF = `${OUT}/certificate.tlog-proof`
export const CERTIFIED = { 'config.json': '{}', 'weights.bin': 'weights' }

export type Given = Partial<VerifyOptions> & { readonly now?: Date }

/** A model certified as `credit 3`, and a log that a policy trusts. The certificate is not in the log yet. */
export interface LoggedCertificate {
  readonly files: Disk
  readonly branch: MemoryBranch
  readonly publicKey: string
  readonly certificate: string
  readonly modelId: string
  /** Enters it, after three others, with these changes of the leaf. */
  enter(parts?: Partial<Leaf>): Promise<TreeHead>
  /** Writes the proof of an entry beside it: of its own unless given. */
  prove(of?: { readonly index: number }, witnesses?: number): Promise<void>
  /** Lets the first witness look. */
  witness(at?: Date): Promise<void>
  revoke(what: { certificate: string } | { key: string; since?: string }): Promise<void>
  /** The log as whoever has the branch reads it. */
  log(witnesses?: number, seen?: readonly TreeHead[]): RecordLog
  trust(parts?: Partial<LoadedTrust>): LoadedTrust
  verify(given?: Given): Promise<Verification>
}

export async function loggedCertificate(): Promise<LoggedCertificate> {
  const files = disk({
    ...CERTIFIED,
    [`${OUT}/data-validate.evidence.json`]: JSON.stringify(
      evidence('data-validate', { subject: subjectOf(CERTIFIED) }),
    ),
  })
  const ports = memoryPorts(files)
  const { publicKey, privateKey } = await ports.signing.generate('p256')
  files.set('proofmark.pub', new TextEncoder().encode(publicKey))
  const settings = settingsWith({
    model: { name: 'credit', version: '3', files: Object.keys(CERTIFIED) },
    policy: { require: ['data-validate'] },
  })
  const { verdict } = await auditRecord(settings, { out: OUT, privateKey }, ports)
  if (verdict !== 'passed') throw new Error('Expected a certificate')
  const certificate = await ports.files.readText(CERTIFICATE)
  const modelId = sha256(await ports.files.readText(`${OUT}/SHA256SUMS`))
  const { branch, append } = await aLog()
  const log = (witnesses = 0, seen: readonly TreeHead[] = [], signer?: typeof logSigner) =>
    recordLog({ branch, trust: trustIn(witnesses), seen, signer }, logPorts())
  const trust = (parts: Partial<LoadedTrust> = {}): LoadedTrust => ({
    keys: [{ name: 'certifier', key: publicKey }],
    log: trustedIn(),
    ...parts,
  })
  return {
    files,
    branch,
    publicKey,
    certificate,
    modelId,
    log,
    trust,
    async enter(parts = {}) {
      await append(writes(3))
      const about: Partial<Leaf> = { id: `sha256:${modelId}`, ...parts }
      return (await append([write(certificate, about)])).checkpoint
    },
    async prove(of, witnesses = 0) {
      const by = trustIn(witnesses)
      const which = of ?? { document: `sha256:${sha256(certificate)}` }
      const proved = await proveLogged(await readable(branch, by), which, by, logPorts())
      if (isFault(proved)) throw new Error(proved.message)
      files.set(PROOF, new TextEncoder().encode(proved.proof))
    },
    async witness(at = NOW) {
      const seen = await witnessLog(
        branch,
        trustIn(1, 0),
        { signer: witnessSigner(0), stored: undefined },
        logPorts(at),
      )
      if (isFault(seen)) throw new Error(seen.message)
      await mirrorCosignature(branch, trustIn(), witnessSigner(0), seen, logPorts(at))
    },
    async revoke(what) {
      await revoke({ ...what, reason: 'wrong labels' }, log(0, [], logSigner), memoryPorts(files, NOW.toISOString()))
    },
    verify: ({ now = NOW, ...given } = {}) =>
      verify(
        { certificate: CERTIFICATE, model: Object.keys(CERTIFIED), key: trust(), ...given },
        memoryPorts(files, now.toISOString()),
      ),
  }
}
