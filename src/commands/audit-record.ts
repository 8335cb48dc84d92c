import type { Check, Evidence } from '../core/evidence.ts'
import { judgeConsent } from '../core/record/approvals/consent-rule.ts'
import { type ChangesSince, changesSince } from '../core/record/decision/changes-since.ts'
import { type Decision, decide } from '../core/record/decision/decide.ts'
import { decisionDocument } from '../core/record/decision/decision-document.ts'
import { isReadable } from '../core/record/decision/evidence-document.ts'
import { withApprovals } from '../core/record/decision/with-approvals.ts'
import { withoutConfidential } from '../core/record/decision/without-confidential.ts'
import { sha256Sums } from '../core/record/model/sha256-sums.ts'
import { CERTIFICATE_FILE, DECISION_FILE, REFUSAL_FILE, SUMS_FILE } from '../core/record/statement/record-files.ts'
import { refusalOf } from '../core/record/statement/refusal-of.ts'
import { statementBytes } from '../core/record/statement/statement-bytes.ts'
import type { StatementInput } from '../core/record/statement/statement-head.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Verdict } from '../core/verdict.ts'
import { VERSION } from '../core/version.ts'
import type { Ports, ReleaseAsset, SigningKey } from '../ports.ts'
import type { Recorded } from '../report/record-section.ts'
import { collectApprovals } from './collect-approvals.ts'
import { openSeal } from './open-seal.ts'
import { readReceipts } from './read-receipts.ts'
import { certificateBefore } from './record/certificate-before.ts'
import { openCertificationLog } from './record/certification-log.ts'
import { chainOf, type SignedDecision } from './record/chain-of.ts'
import { confidentialGates } from './record/confidential-gates.ts'
import { dataSince } from './record/data-since.ts'
import { existingModel } from './record/existing-model.ts'
import { findEvidence } from './record/find-evidence.ts'
import { approvalsFolder, recordFolder, removeApprovals, removeRecord } from './record/record-folder.ts'
import { signCertificate } from './record/sign-certificate.ts'

export interface AuditRecordOptions {
  /** Folder the record is written to. */
  readonly out: string
  /** Folder of the evidence; `out` unless given. */
  readonly evidence?: string | undefined
  /** The private key, PEM; else what `record.key` names. */
  readonly privateKey?: string | undefined
  /** The private key of the log, as text; else what `record.log.key` names. */
  readonly logKey?: string | undefined
  /** Where the policy was read. */
  readonly policyUri?: string | undefined
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
  /** The evidence that was decided on, as far as it could be read. */
  readonly evidence: readonly Evidence[]
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
  let evidence: readonly Evidence[] = []
  let since: ChangesSince | undefined
  let decision: Decision = { verdict: 'inconclusive', rules: [], waivers: [], notes: notesOf(options) }
  try {
    await removeRecord(options.out, ports)
    await removeApprovals(options.out, settings.record.receipts ?? [], ports)
    const subject = await existingModel(settings, options.out, ports)
    const sums = sha256Sums(subject)
    const modelId = ports.sha256(sums)
    model = { name, version, id: modelId }
    const found = await findEvidence(options.evidence ?? options.out, ports)
    const documents = found.map(({ document }) => document)
    evidence = documents.filter(isReadable).map(document => document.evidence)
    const at = ports.now()
    const { commit } = ports.context
    const decided = { documents, policy: settings.policy, modelId, subject, version: VERSION, commit, at }
    decision = decide(decided)
    const log = await openCertificationLog(settings, options.logKey, ports)
    const receipts = [
      ...((await log?.receipts(modelId)) ?? []),
      ...(await readReceipts(settings.record.receipts, ports)),
    ]
    const waived = decision.waivers.length > 0
    const consent = await collectApprovals({ policy: settings.policy, model: modelId, waived, receipts }, ports)
    for (const [digest, text] of consent?.documents ?? [])
      await ports.files.write(`${approvalsFolder(options.out)}/${digest}.json`, text)
    const { rule, counted } = judgeConsent(settings.policy, consent, decision.waivers)
    decision = withApprovals(decision, rule)
    decision = { ...decision, notes: [...decision.notes, ...notesOf(options)] }
    const folder = recordFolder(options.out, ports)
    await folder.write(SUMS_FILE, sums)
    const confidential = await confidentialGates(found, settings, ports)
    const before = await certificateBefore(settings.record, ports)
    since = before && {
      ...changesSince(before, modelId, evidence, confidential),
      data: await dataSince(before, evidence, confidential, ports),
    }
    const document = decisionDocument(decided, decision, confidential)
    await folder.write(DECISION_FILE, `${JSON.stringify(document, null, 2)}\n`)

    const seal = await openSeal(settings, options.privateKey, ports)
    const statement: StatementInput = {
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
    const entered = {
      modelId,
      model: [name, version].filter(part => part !== undefined).join(' ') || undefined,
      policy: settings.policy,
      policyUri: statement.policyUri,
      decision,
      approvals: counted,
      proofs: consent?.documents ?? new Map<string, string>(),
      at,
      run: ports.context.url,
    }
    if (decision.verdict !== 'passed') {
      // A refusal refers to the evidence by digest; to that which is confidential not at all.
      const open = documents.filter(({ gate }) => !confidential.has(gate))
      const rules = withoutConfidential(decision.rules, settings.policy, confidential)
      const refusal = refusalOf({ ...statement, documents: open }, { ...decision, rules })
      const { bundle, key } = await seal(statementBytes(refusal))
      await folder.write(REFUSAL_FILE, bundle)
      const path = `${options.out}/${REFUSAL_FILE}`
      const proof = await log?.enter?.({ ...entered, kind: 'refusal', bundle, key: pemOf(key) })
      const told = await toldOf('refusal', { bundle, key, proof, isProofKept: false })
      return { verdict: decision.verdict, decision, model, since, path, log: log?.seen, ...told, evidence, assets: [] }
    }
    const input = { ...statement, decision, approvals: counted, log: log?.seen }
    const toLog = log?.enter
    const enter =
      toLog &&
      ((bundle: string, key: SigningKey) => toLog({ ...entered, kind: 'certificate', bundle, key: pemOf(key) }))
    const signed = await signCertificate(input, found, settings, { folder, seal, enter }, ports)
    const { notAfter, open } = signed
    const published = open.flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content }]))
    const path = `${options.out}/${CERTIFICATE_FILE}`
    const assets = [...folder.published, ...published]
    const told = await toldOf('certificate', { ...signed, isProofKept: true })
    return { verdict: 'passed', decision, model, since, path, log: log?.seen, ...told, notAfter, evidence, assets }

    /** What reports show besides. It is signed already: what fails here is said, and takes nothing back. */
    async function toldOf(kind: 'certificate' | 'refusal', signed: SignedDecision): Promise<ToldBesides> {
      try {
        const chain = await chainOf(statement, signed, ports)
        // The catalogue is loaded where it is wanted.
        const { recordedControls } = await import('./record/recorded-controls.ts')
        const controls = await recordedControls(
          settings,
          { kind, bundle: signed.bundle, documents, chain, at, out: options.out },
          ports,
        )
        return { chain, controls }
      } catch (error) {
        ports.log.warn(`Signed, but the report cannot say on what it rests: ${problemOf(error)?.message}`)
        return {}
      }
    }
  } catch (error) {
    return {
      verdict: unsigned(decision.verdict),
      decision,
      model,
      since,
      problem: problemOf(error),
      evidence,
      assets: [],
      error,
    }
  }
}

function sourceOf({ context: { repository, repositoryId, commit, ref, url } }: Ports): StatementInput['source'] {
  return { repository, repositoryId, commit, ref, run: url }
}

/** What a signed decision rests on, and the controls that it supports. */
type ToldBesides = Pick<Recorded, 'chain' | 'controls'>

const pemOf = (key: SigningKey) => (key.kind === 'public-key' ? key.pem : undefined)
const notesOf = ({ notes = [] }: AuditRecordOptions) => notes.map(note => note.reason)
const unsigned = (decided: Verdict): Verdict => (decided === 'passed' ? 'inconclusive' : decided)

const problemOf = (error: unknown): Recorded['problem'] =>
  error instanceof UserError
    ? { message: error.message, hint: error.hint }
    : { message: error instanceof Error ? error.message : String(error) }
