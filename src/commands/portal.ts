import { type FoundEvidence, type PortalSource, portalOf } from '../core/portal/portal-of.ts'
import { LEAF_TYPES } from '../core/record/log/leaf.ts'
import { UserError } from '../core/user-error.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import { findEvidence } from './portal/find-evidence.ts'
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

/** What was built. */
export interface BuiltPortal {
  readonly models: number
  readonly certificates: number
  readonly evidence: number
  readonly pages: number
  /** Logs that are not believed, and of which nothing is shown. */
  readonly faults: readonly { readonly log: string; readonly message: string }[]
  readonly gaps: number
  readonly exitCode: ExitCode
}

/** Builds the site from logs, each read whole and verified, and from evidence. A log that is not believed is stated on it, and ends the run so. */
export async function portal(
  options: PortalOptions,
  logs: readonly RecordLog[],
  ports: Pick<Ports, 'files' | 'sha256' | 'log' | 'now'>,
): Promise<BuiltPortal> {
  const { sources, exitCode } = await readLogs(logs, ports.log)
  const evidence: FoundEvidence = await findEvidence(options.evidence, ports)
  const built = portalOf(sources, evidence, { now: ports.now(), sha256: ports.sha256 })
  const pages = await writeSite(built, options, ports)
  return {
    models: built.models.length,
    certificates: built.models.reduce((sum, { certificates }) => sum + certificates.length, 0),
    evidence: evidence.summaries.length,
    pages,
    faults: built.logs.flatMap(({ name, fault }) => (fault ? [{ log: name, message: fault.message }] : [])),
    gaps: built.logs.reduce((sum, { gaps }) => sum + gaps.length, 0),
    exitCode,
  }
}

async function readLogs(
  logs: readonly RecordLog[],
  { progress }: Ports['log'],
): Promise<{ sources: PortalSource[]; exitCode: ExitCode }> {
  const sources: PortalSource[] = []
  let exitCode: ExitCode = 0
  for (const log of logs) {
    progress(`Reading ${log.name}`)
    try {
      sources.push({ name: log.name, log: await log.read(LEAF_TYPES) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      sources.push({ name: log.name, log: { message: messageOf(error), hint: error.hint } })
      if (exitCode === 0) exitCode = exitCodeOf(error)
    }
  }
  return { sources, exitCode }
}
