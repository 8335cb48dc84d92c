import { type Check, evidenceFile, GATES, type Subject } from '../core/evidence.ts'
import { consentRule } from '../core/record/approvals/consent-rule.ts'
import { type Decision, decide } from '../core/record/decision/decide.ts'
import { decisionDocument } from '../core/record/decision/decision-document.ts'
import { type EvidenceDocument, MAX_EVIDENCE_BYTES, readEvidence } from '../core/record/decision/evidence-document.ts'
import { withApprovals } from '../core/record/decision/with-approvals.ts'
import { sha256Sums } from '../core/record/model/sha256-sums.ts'
import { certificateOf } from '../core/record/statement/certificate-of.ts'
import { CERTIFICATE_EXTENSION, STATEMENT_PAYLOAD } from '../core/record/statement/identifiers.ts'
import { CERTIFICATE_FILE, DECISION_FILE, REFUSAL_FILE, SUMS_FILE } from '../core/record/statement/record-files.ts'
import { refusalOf } from '../core/record/statement/refusal-of.ts'
import type { StatementInput } from '../core/record/statement/statement-head.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Verdict } from '../core/verdict.ts'
import { VERSION } from '../core/version.ts'
import type { Ports, ReleaseAsset } from '../ports.ts'
import type { Recorded } from '../report/record-section.ts'
import { collectApprovals } from './collect-approvals.ts'
import type { ReceiptSource } from './collect-receipts.ts'
import { modelSubject } from './model-subject.ts'
import { readReceipts } from './read-receipts.ts'

const MAX_KEY_BYTES = 64 * 1024

export interface AuditRecordOptions {
  /** Folder the record is written to. */
  readonly out: string
  /** Folder of the evidence; `out` unless given. */
  readonly evidence?: string | undefined
  /** The private key, PEM; else the file that `record.key` names. */
  readonly privateKey?: string | undefined
  /** Where the policy was read. */
  readonly policyUri?: string | undefined
  /** Receipts of approvals that are in a log; besides them those that `record.receipts` names are read. */
  readonly receipts?: readonly ReceiptSource[] | undefined
  /** Commit it was read at, where that is known. */
  readonly policyCommit?: string | undefined
  /** What a pull request would change about the policy, to be shown with the decision. */
  readonly notes?: readonly Check[] | undefined
}

/** What came of a certification, ready to be reported. */
export interface Certification extends Recorded {
  /** `passed` only where a certificate was signed and written, whatever the decision. */
  readonly verdict: Verdict
  /** What to publish beside the model: the very bytes that were judged and signed; nothing for a refusal. */
  readonly assets: readonly ReleaseAsset[]
  /** Why there is no signed document. */
  readonly error?: unknown
}

/**
 * Decides by the policy whether the model as it is now is certified, and signs that: a certificate, or a refusal. What an
 * earlier run left is removed first, so that no old certificate outlives a run that did not renew it. Never throws.
 */
export async function auditRecord(
  settings: Settings,
  options: AuditRecordOptions,
  ports: Ports,
): Promise<Certification> {
  const { name, version } = settings.model
  let model: Recorded['model'] = { name, version }
  let decision: Decision = { verdict: 'inconclusive', rules: [], waivers: [], notes: notesOf(options) }
  try {
    await removeRecord(options.out, ports)
    const subject = await existingModel(settings, options.out, ports)
    const sums = sha256Sums(subject)
    const modelId = ports.sha256(sums)
    model = { name, version, id: modelId }
    const found = await findEvidence(options.evidence ?? options.out, ports)
    const documents = found.map(({ document }) => document)
    const at = ports.now()
    const { commit } = ports.context
    const decided = { documents, policy: settings.policy, modelId, subject, version: VERSION, commit, at }
    decision = decide(decided)
    const receipts = [...(options.receipts ?? []), ...(await readReceipts(settings.record.receipts, ports))]
    const waived = decision.waivers.length > 0
    const consent = await collectApprovals({ policy: settings.policy, model: modelId, waived, receipts }, ports)
    for (const [digest, text] of consent?.documents ?? [])
      await ports.files.write(`${options.out}/approvals/${digest}.json`, text)
    decision = withApprovals(decision, consentRule(settings.policy, consent, decision.waivers))
    decision = { ...decision, notes: [...decision.notes, ...notesOf(options)] }
    await ports.files.write(`${options.out}/${SUMS_FILE}`, sums)
    const written = JSON.stringify(decisionDocument(decided, decision), null, 2)
    await ports.files.write(`${options.out}/${DECISION_FILE}`, `${written}\n`)

    const key = await privateKey(settings, options, ports)
    const statement = {
      modelId,
      model: { name, version },
      subject,
      documents,
      policy: settings.policy,
      policyUri: options.policyUri ?? 'proofmark.yml#policy',
      policyCommit: options.policyCommit,
      source: sourceOf(ports),
      at,
      sha256: ports.sha256,
    }
    if (decision.verdict !== 'passed') {
      const path = `${options.out}/${REFUSAL_FILE}`
      await ports.files.write(path, await sign(refusalOf(statement, decision), key, ports))
      return { verdict: decision.verdict, decision, model, path, assets: [] }
    }
    const certificate = certificateOf(statement, decision)
    const bundle = await sign(certificate, key, ports)
    const path = `${options.out}/${CERTIFICATE_FILE}`
    await ports.files.write(path, bundle)
    const { notAfter } = certificate.predicate[CERTIFICATE_EXTENSION].validity
    const assets = [
      asset(SUMS_FILE, sums),
      asset(CERTIFICATE_FILE, bundle),
      ...found.flatMap(({ asset }) => asset ?? []),
    ]
    return { verdict: 'passed', decision, model, path, notAfter, assets }
  } catch (error) {
    return { verdict: unsigned(decision.verdict), decision, model, problem: problemOf(error), assets: [], error }
  }
}

/** Removes what an earlier run recorded. */
export async function removeRecord(out: string, { files }: Ports): Promise<void> {
  for (const file of [CERTIFICATE_FILE, REFUSAL_FILE, SUMS_FILE, DECISION_FILE]) await files.remove(`${out}/${file}`)
}

/** The model's files as they are now; none is the user's mistake. */
export async function existingModel(settings: Settings, out: string, { files }: Ports): Promise<Subject[]> {
  if (!settings.model.files)
    throw new UserError('settings.missing', "Expected 'model.files' to be set (the model) but found nothing", {
      hint: "Name the model's files under model.files in proofmark.yml, or as the input 'model'",
    })
  const subject = await modelSubject(settings, files, out)
  if (subject.length === 0)
    throw new UserError(
      'record.no-model',
      `Expected files of the model in ${settings.model.files.join(', ')} but found none`,
      { hint: 'Build or fetch the model before audit-record' },
    )
  return subject
}

interface Found {
  readonly document: EvidenceDocument
  readonly asset?: ReleaseAsset
}

/** The evidence of every gate that has left any. */
export async function findEvidence(folder: string, { files, sha256 }: Ports): Promise<Found[]> {
  const found: Found[] = []
  for (const gate of GATES) {
    const name = evidenceFile(gate)
    const path = `${folder}/${name}`
    if (!(await files.exists(path))) continue
    try {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES })
      found.push({ document: readEvidence(gate, content, sha256(content)), asset: { name, content } })
    } catch (error) {
      if (!(error instanceof UserError) || error.kind !== 'input') throw error
      found.push({ document: { gate, unreadable: `it cannot be read: ${error.message}` } })
    }
  }
  return found
}

async function privateKey(settings: Settings, options: AuditRecordOptions, { files }: Ports): Promise<string> {
  if (options.privateKey !== undefined && options.privateKey.trim() !== '') return options.privateKey
  if (settings.record.key !== undefined) return files.readText(settings.record.key, { maxBytes: MAX_KEY_BYTES })
  throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
    hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
  })
}

/** The statement's bytes are made once: what is signed is what is stored. */
async function sign(statement: object, key: string, { signing }: Ports): Promise<string> {
  return signing.sign(new TextEncoder().encode(JSON.stringify(statement)), STATEMENT_PAYLOAD, key)
}

function sourceOf({ context: { repository, commit, ref, url } }: Ports): StatementInput['source'] {
  return { repository, commit, ref, run: url }
}

const notesOf = ({ notes = [] }: AuditRecordOptions) => notes.map(note => note.reason)
const asset = (name: string, text: string): ReleaseAsset => ({ name, content: new TextEncoder().encode(text) })
const unsigned = (decided: Verdict): Verdict => (decided === 'passed' ? 'inconclusive' : decided)

const problemOf = (error: unknown): Recorded['problem'] =>
  error instanceof UserError
    ? { message: error.message, hint: error.hint }
    : { message: error instanceof Error ? error.message : String(error) }
