import { assessControls } from '../../core/controls/assess-controls.ts'
import { frameworkOf } from '../../core/controls/control.ts'
import type { ControlsReport, NamedEvidence } from '../../core/controls/controls-report.ts'
import type { RecordEntry } from '../../core/controls/record-entry.ts'
import { isReadable } from '../../core/record/decision/evidence-document.ts'
import { modelId } from '../../core/record/model/model-id.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import { catalogueOf } from '../catalogue-of.ts'
import { loadKeyTrust, loadTrust } from '../load-trust.ts'
import { findEvidence } from '../record/find-evidence.ts'
import { entriesInFolder } from './entries-in-folder.ts'
import { entriesOfLog } from './entries-of-log.ts'

export interface ControlsOptions {
  /** Folder of the evidence and of the record. */
  readonly out: string
  /** Frameworks that are told, in place of those of the settings. */
  readonly frameworks?: readonly string[] | undefined
  /** Public key (PEM) of the certifier, a path. Without it the policy's trust counts; without that no signature is verified, which is said. */
  readonly key?: string | undefined
  /** The log; undefined where there is none, or nobody wants to ask it. */
  readonly log?: RecordLog | undefined
}

/** Holds the controls of the catalogue against the evidence and the record in a folder, and against the log. */
export async function controls(
  settings: Pick<Settings, 'controls' | 'model' | 'policy'>,
  { out, key, frameworks = settings.controls.frameworks, log }: ControlsOptions,
  ports: Ports,
): Promise<ControlsReport> {
  const catalogue = await catalogueOf(settings.controls, ports.files)
  const known = [...new Set(catalogue.map(frameworkOf))]
  const strange = frameworks?.find(framework => !known.includes(framework))
  if (strange !== undefined)
    throw new UserError('controls.framework', `Expected a framework of the catalogue but found '${strange}'`, {
      hint: `It has ${known.join(', ')}`,
    })
  const found = await findEvidence(out, ports)
  const documents = found.map(({ document }) => document)
  const subject = documents
    .flatMap(each => (isReadable(each) ? [each.evidence.subject] : []))
    .find(files => files.length > 0)
  const id = subject && modelId(subject, ports.sha256)
  const now = ports.now()
  const notes: string[] = documents.flatMap(document =>
    isReadable(document) ? [] : [`${document.gate}.evidence.json cannot be read: ${document.unreadable}`],
  )
  const entries = [
    ...(await entriesInFolder(out, documents, { trust: await trustOf(key, settings.policy, ports), notes }, ports)),
    ...(log ? await logged(log, id, now, notes) : []),
  ]
  if (!log) notes.push('No log was asked: approvals, promotions and reviews are known from the certificate alone')
  const wanted = frameworks ? catalogue.filter(control => frameworks.includes(frameworkOf(control))) : catalogue
  const { name, version } = settings.model
  const repository = ports.context.repository
  return {
    at: now.toISOString(),
    model: { ...(name && { name }), ...(version && { version }), ...(id && { id }) },
    ...(repository && { repository }),
    statuses: assessControls(wanted, {
      documents,
      entries,
      at: now,
      freshDays: settings.controls['fresh-days'],
      owners: settings.controls.owners,
    }),
    evidence: found.map(
      ({ document, name: file }): NamedEvidence => ({
        gate: document.gate,
        file,
        ...(document.sha256 === undefined ? {} : { sha256: document.sha256 }),
        ...(isReadable(document) ? { evidence: document.evidence } : {}),
      }),
    ),
    notes,
  }
}

/** Whom signatures are verified by; undefined where nobody is named. */
async function trustOf(
  key: string | undefined,
  { trust }: Settings['policy'],
  { files }: Ports,
): Promise<LoadedTrust | undefined> {
  if (key !== undefined) return loadKeyTrust(key, files)
  return trust && loadTrust(trust, files)
}

/** What the log says; one that cannot be read says nothing, and that is noted. */
async function logged(log: RecordLog, id: string | undefined, now: Date, notes: string[]): Promise<RecordEntry[]> {
  try {
    return await entriesOfLog(log, id, now)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    notes.push(`The log ${log.name} cannot be read, and counts for nothing: ${error.message}`)
    return []
  }
}
