import { assessControls } from '../../core/controls/assess-controls.ts'
import { frameworkOf } from '../../core/controls/control.ts'
import type { ControlsReport, NamedEvidence } from '../../core/controls/controls-report.ts'
import type { RecordEntry } from '../../core/controls/record-entry.ts'
import { isReadable } from '../../core/record/decision/evidence-document.ts'
import { modelId } from '../../core/record/model/model-id.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import { CERTIFICATE_FILE, REFUSAL_FILE } from '../../core/record/statement/record-files.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import { catalogueOf } from '../catalogue-of.ts'
import { findEvidence } from '../record/find-evidence.ts'
import { BOM_FILE, CARD_FILE } from '../write-reports.ts'
import { entriesOfLog } from './entries-of-log.ts'
import { entriesOfStatement } from './entries-of-statement.ts'

export interface ControlsOptions {
  /** Folder of the evidence and of the record. */
  readonly out: string
  /** Frameworks that are told, in place of those of the settings. */
  readonly frameworks?: readonly string[] | undefined
  /** The log; undefined where there is none, or nobody wants to ask it. */
  readonly log?: RecordLog | undefined
}

/** Holds the controls of the catalogue against the evidence and the record in a folder, and against the log. */
export async function controls(
  settings: Pick<Settings, 'controls' | 'model'>,
  { out, frameworks = settings.controls.frameworks, log }: ControlsOptions,
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
    ...(await inFolder(out, ports, now, notes)),
    ...madeOf(
      documents.flatMap(each => (isReadable(each) ? [each.evidence] : [])),
      await reportsIn(out, ports),
    ),
    ...(log ? await entriesOfLog(log, id, now) : []),
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

/** What certificate and refusal of the folder say. */
async function inFolder(out: string, { files, sha256 }: Ports, now: Date, notes: string[]): Promise<RecordEntry[]> {
  const entries: RecordEntry[] = []
  for (const name of [CERTIFICATE_FILE, REFUSAL_FILE]) {
    const path = `${out}/${name}`
    if (!(await files.exists(path))) continue
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })
    const read = entriesOfStatement(name, text, sha256(text), now)
    if ('reason' in read) notes.push(`${name} cannot be read: ${read.reason}`)
    else entries.push(...read.entries)
  }
  return entries
}

/** Files that are made of evidence, and of which gate's. */
const MADE = [
  { kind: 'model-card', file: `${CARD_FILE}.json`, gate: 'model-certify', text: 'the model card' },
  { kind: 'bill-of-materials', file: BOM_FILE, gate: 'security-scan', text: 'the bill of materials' },
] as const

async function reportsIn(out: string, { files }: Ports): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { file } of MADE)
    if (await files.exists(`${out}/${file}`)) found.set(file, (await files.digest(`${out}/${file}`)).sha256)
  return found
}

/** Card and bill of materials, which are as old as the evidence that they are made of. */
const madeOf = (
  evidence: readonly { readonly gate: string; readonly run: { readonly finishedAt: string } }[],
  present: ReadonlyMap<string, string>,
): RecordEntry[] =>
  MADE.flatMap(({ kind, file, gate, text }) => {
    const sha256 = present.get(file)
    const from = evidence.find(each => each.gate === gate)
    return sha256 === undefined || from === undefined
      ? []
      : [{ kind, text, at: from.run.finishedAt, counts: true, file, sha256 }]
  })
