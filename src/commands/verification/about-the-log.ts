import { isFault, type LogFault, LogFaultError, logFault } from '../../core/record/log/log-fault.ts'
import { logTrust } from '../../core/record/log/log-trust.ts'
import { loggedAt } from '../../core/record/log/logged-at.ts'
import { seenFault } from '../../core/record/log/seen-fault.ts'
import { MAX_PROOF_LENGTH } from '../../core/record/log/tlog-proof.ts'
import { type Logged, verifyLogProof } from '../../core/record/log/verify-proof.ts'
import { findRevocation } from '../../core/record/promotion/find-revocation.ts'
import type { LastSeen } from '../../core/record/statement/certificate.ts'
import type { KeyWindow } from '../../core/record/trust/key-window.ts'
import type { TrustedLog } from '../../core/record/trust/trust.ts'
import { continuedStep, loggedStep, unbelievedStep, unprovenStep } from '../../core/record/verification/logged-step.ts'
import { revocationStep, unreadLogStep } from '../../core/record/verification/revocation-step.ts'
import type { Step } from '../../core/record/verification/step.ts'
import { windowStep } from '../../core/record/verification/window-step.ts'
import type { ReadRecord, RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'

/** A certificate, as the log knows it. */
export interface LoggedCertificate {
  /** SHA-256 of its bytes. */
  readonly sha256: string
  readonly modelId: string
  /** SHA-256 of the public key that signed it, where one did. */
  readonly key: string | undefined
  /** When its key counts, where nobody has said yet when it signed. */
  readonly window: KeyWindow | undefined
  /** What it says of the log it was to enter. */
  readonly seen: LastSeen | undefined
}

interface Asked {
  readonly certificate: LoggedCertificate
  /** Absent where no log is trusted. */
  readonly trusted: TrustedLog | undefined
  /** The whole log, where it can be read. */
  readonly log: RecordLog | undefined
  /** Path of the `.tlog-proof` file, which is read where the log is not there. */
  readonly proof: string
}

/** What the log says: that it took the certificate in, in time for its key, and that nobody has revoked it since. */
export async function aboutTheLog({ certificate, trusted, log, proof }: Asked, ports: Ports): Promise<Step[]> {
  const { window, seen } = certificate
  if (log) {
    const read = await readOrFault(log)
    if (isFault(read)) return [unbelievedStep(read)]
    const { leaves, documents, witnessed, rootOf } = read
    const lost = seen && seenFault(seen, { checkpoint: witnessed.checkpoint, rootOf })
    if (lost) return [unbelievedStep(lost)]
    const document = `sha256:${certificate.sha256}`
    const index = leaves.findIndex(leaf => leaf.type === 'certificate' && leaf.document === document)
    const leaf = leaves[index]
    const asked = { sha256: certificate.sha256, modelId: certificate.modelId, key: certificate.key }
    return [
      ...continuedStep(seen, witnessed.checkpoint),
      ...(trusted ? [loggedStep(leaf ? entry(index, leaf) : missing(), certificate.modelId)] : []),
      ...(window ? [windowStep(window, leaf && loggedAt(leaves, index))] : []),
      revocationStep(findRevocation(leaves, documents, asked), { name: log.name, entries: leaves.length }),
    ]

    function entry(index: number, leaf: Logged['leaf']): Logged | ReturnType<typeof logFault> {
      if (index >= witnessed.size)
        return logFault(
          'unwitnessed',
          `entry ${index} of ${log?.name} is new: its witnesses have seen ${witnessed.size}`,
        )
      const { asOf, witnesses, checkpoint } = witnessed
      return { index, leaf, checkpoint, witnesses, ...(asOf ? { asOf } : {}) }
    }
    function missing() {
      return logFault(
        'unproven',
        `expected ${document} among the ${leaves.length} entries of ${log?.name} but found none`,
      )
    }
  }
  if (!trusted) return window ? [windowStep(window, undefined)] : []
  const found = await proven(certificate, trusted, proof, ports)
  if (found === undefined)
    return [unprovenStep(proof), ...(window ? [windowStep(window, undefined)] : []), unreadLogStep]
  const behind = seen && 'leaf' in found ? seenFault(seen, found) : undefined
  return [
    loggedStep(behind ?? found, certificate.modelId),
    ...(window ? [windowStep(window, 'leaf' in found ? new Date(found.leaf.at) : undefined)] : []),
    unreadLogStep,
  ]
}

async function readOrFault(log: RecordLog): Promise<ReadRecord | LogFault> {
  try {
    return await log.read(['revocation'])
  } catch (error) {
    if (error instanceof LogFaultError) return error.fault
    throw error
  }
}

async function proven({ sha256 }: LoggedCertificate, trusted: TrustedLog, path: string, ports: Ports) {
  if (!(await ports.files.exists(path))) return undefined
  const text = await ports.files.readText(path, { maxBytes: MAX_PROOF_LENGTH })
  const trust = logTrust(trusted, ports.noteKeys.hash)
  return verifyLogProof(text, { document: `sha256:${sha256}`, type: 'certificate' }, trust, ports.now(), ports.noteKeys)
}
