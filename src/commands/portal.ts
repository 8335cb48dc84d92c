import { type FoundEvidence, type PortalSource, portalOf } from '../core/portal/portal-of.ts'
import type { SignatureFound } from '../core/portal/signature-found.ts'
import { LEAF_TYPES } from '../core/record/log/leaf.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import { UserError } from '../core/user-error.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import { findEvidence } from './portal/find-evidence.ts'
import { verifySignatures } from './portal/verify-signatures.ts'
import { writeSite } from './portal/write-site.ts'
import { messageOf } from './promotion/message-of.ts'

export interface PortalOptions {
  /** Folder to write the site into. */
  readonly out: string
  /** What the site is called. */
  readonly title: string
  /** Where it will be read: the feed names its entries by it. */
  readonly url?: string | undefined
  /** Folders and files in which evidence is looked for. */
  readonly evidence: readonly string[]
}

/** A log, and whose signatures in it count: nobody's where nobody is named. */
export interface LogToShow {
  readonly recordLog: RecordLog
  readonly trust?: LoadedTrust | undefined
}

/** What was built. */
export interface BuiltPortal {
  readonly models: number
  readonly certificates: number
  readonly evidence: number
  readonly pages: number
  /** Logs that are not believed, and of which nothing is shown. */
  readonly faults: readonly { readonly log: string; readonly message: string }[]
  readonly gaps: number
  /** Certificates by what was found of their signatures. */
  readonly signatures: { readonly verified: number; readonly refused: number; readonly notAsked: number }
  readonly exitCode: ExitCode
}

/**
 * Builds the site from logs, each read whole and verified, and from evidence. A log that is not believed is stated on it, and ends the run
 * so. A certificate whose signature is refused is stated, too, and counts for nothing on any page.
 */
export async function portal(
  options: PortalOptions,
  logs: readonly LogToShow[],
  ports: Pick<Ports, 'files' | 'sha256' | 'log' | 'now' | 'signing'>,
): Promise<BuiltPortal> {
  const { sources, exitCode } = await readLogs(logs, ports)
  const evidence: FoundEvidence = await findEvidence(options.evidence, ports)
  const built = portalOf(sources, evidence, { now: ports.now(), sha256: ports.sha256 })
  const pages = await writeSite(built, options, ports)
  const states = built.models.flatMap(({ certificates }) => certificates.map(({ signature }) => signature.state))
  const counted = (state: SignatureFound['state']) => states.filter(each => each === state).length
  return {
    models: built.models.length,
    certificates: states.length,
    evidence: evidence.summaries.length,
    pages,
    faults: built.logs.flatMap(({ name, fault }) => (fault ? [{ log: name, message: fault.message }] : [])),
    gaps: built.logs.reduce((sum, { gaps }) => sum + gaps.length, 0),
    signatures: { verified: counted('verified'), refused: counted('refused'), notAsked: counted('not asked') },
    exitCode,
  }
}

async function readLogs(
  logs: readonly LogToShow[],
  ports: Pick<Ports, 'log' | 'signing'>,
): Promise<{ sources: PortalSource[]; exitCode: ExitCode }> {
  const sources: PortalSource[] = []
  let exitCode: ExitCode = 0
  for (const { recordLog: log, trust } of logs) {
    ports.log.progress(`Reading ${log.name}`)
    try {
      const read = await log.read(LEAF_TYPES)
      const signatures = trust && (await verifySignatures(read, trust, ports))
      sources.push({ name: log.name, log: { ...read, signatures, policies: trust?.policies } })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      sources.push({ name: log.name, log: { message: messageOf(error), hint: error.hint } })
      if (exitCode === 0) exitCode = exitCodeOf(error)
    }
  }
  return { sources, exitCode }
}
