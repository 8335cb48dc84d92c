import type { FileDigest } from '../core/record/model/file-digest.ts'
import { matchNames } from '../core/record/model/match-names.ts'
import { readSha256Sums } from '../core/record/model/sha256-sums.ts'
import { MAX_BUNDLE_BYTES, readBundle } from '../core/record/statement/bundle.ts'
import type { Certificate } from '../core/record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../core/record/statement/identifiers.ts'
import { readStatement, type Statement } from '../core/record/statement/read-statement.ts'
import { PROOF_FILE, SUMS_FILE } from '../core/record/statement/record-files.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import { modelSteps } from '../core/record/verification/model-steps.ts'
import { nameStep } from '../core/record/verification/name-step.ts'
import { policyStep } from '../core/record/verification/policy-step.ts'
import { signatureLine } from '../core/record/verification/signature-line.ts'
import { statementStep } from '../core/record/verification/statement-step.ts'
import type { Step } from '../core/record/verification/step.ts'
import { validityStep } from '../core/record/verification/validity-step.ts'
import { UserError } from '../core/user-error.ts'
import { type Verdict, worstVerdict } from '../core/verdict.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'
import { hashFiles } from './hash-files.ts'
import { loadKeyTrust } from './load-trust.ts'
import { verifyEvidence } from './record/verify-evidence.ts'
import { aboutTheLog } from './verification/about-the-log.ts'

const MAX_SUMS_BYTES = 64 * 1024 * 1024

export interface VerifyOptions {
  /** Path of the certificate. */
  readonly certificate: string
  /** The model as it lies here: files, folders or globs. */
  readonly model: readonly string[]
  /** Whose certificates are trusted: the path of one public key, or everything that is. */
  readonly key: string | LoadedTrust
  /** Folder of the evidence files, to be compared with those the certificate rests on. */
  readonly evidence?: string | undefined
  /** Name of the model it must be about, with or without its version. */
  readonly name?: string | undefined
  /** The log, read whole: what it says of revocations. */
  readonly log?: RecordLog | undefined
  /** Path of the proof that it is in the log; beside the certificate unless given. */
  readonly proof?: string | undefined
}

export interface Verification {
  /** `refused`: something did not hold. `unverifiable`: there was nothing to verify, which is no success either. */
  readonly outcome: 'verified' | 'refused' | 'unverifiable'
  /** The same as a verdict, for the exit code. */
  readonly verdict: Verdict
  /** What was asked, in order; ends early where nothing further could be believed. */
  readonly steps: readonly Step[]
  /** What was signed, where the signature held and we know the type. */
  readonly statement?: Exclude<Statement, { kind: 'unknown' }>['statement']
}

/**
 * Verifies, offline, that a certificate by somebody trusted is about exactly these model files, valid now, and, where a log is trusted,
 * in it and not revoked. Where the model
 * lies does not matter, how its files are named and arranged does: the folder that all given paths share stands for the folder
 * that all certified names share. Throws only for a key or a path that cannot be read.
 */
export async function verify(options: VerifyOptions, ports: Ports): Promise<Verification> {
  const { key } = options
  const trust = typeof key === 'string' ? await loadKeyTrust(key, ports.files) : key
  const read = await readCertificate(options.certificate, ports)
  const bundle = { id: 'bundle', title: 'It is a signed bundle' } as const
  if ('reason' in read) return conclude([{ ...bundle, status: 'inconclusive', reason: read.reason }])
  const steps: Step[] = [{ ...bundle, status: 'passed', reason: `${options.certificate} holds one signed statement` }]

  const signature = {
    id: 'signature',
    title: typeof key === 'string' ? 'The key signed it' : 'Somebody trusted signed it',
  } as const
  const logTimeComes = trust.log !== undefined || options.log !== undefined
  const signed = await ports.signing.verify(read.text, trust, { logTimeComes })
  if ('refused' in signed) return conclude([...steps, { ...signature, status: 'failed', reason: signed.refused }])
  steps.push({ ...signature, status: 'passed', reason: signatureLine(signed) })

  const statement = readStatement(signed.payload, signed.payloadType)
  steps.push(statementStep(statement))
  if (statement.kind === 'unknown') return conclude(steps)
  if (statement.kind === 'refusal') return conclude(steps, statement.statement)

  const certificate = statement.statement
  if (options.name !== undefined) steps.push(nameStep(certificate, options.name))
  if (trust.policies) steps.push(policyStep(certificate, trust.policies))
  steps.push(...(await aboutTheModel(certificate, options, ports)))
  if (options.evidence !== undefined) steps.push(await verifyEvidence(certificate, options.evidence, ports))
  steps.push(validityStep(certificate.predicate[CERTIFICATE_EXTENSION].validity, ports.now()))
  const logged = {
    sha256: ports.sha256(read.text),
    modelId: certificate.subject[0].digest.sha256,
    key: signed.signedBy.kind === 'key' ? signed.signedBy.sha256 : undefined,
    window: signed.window,
    seen: certificate.predicate[CERTIFICATE_EXTENSION].log,
  }
  const proof = options.proof ?? proofBeside(options.certificate)
  steps.push(...(await aboutTheLog({ certificate: logged, trusted: trust.log, log: options.log, proof }, ports)))
  return conclude(steps, certificate)
}

/** `certificate.tlog-proof` in the certificate's folder. */
const proofBeside = (certificate: string) => `${certificate.slice(0, certificate.lastIndexOf('/') + 1)}${PROOF_FILE}`

async function readCertificate(path: string, { files }: Ports): Promise<{ text: string } | { reason: string }> {
  const found = await files.exists(path)
  try {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })
    const read = readBundle(text)
    return 'reason' in read ? read : { text }
  } catch (error) {
    if (!found || !(error instanceof UserError) || error.kind !== 'input') throw error
    return { reason: error.message }
  }
}

async function aboutTheModel(certificate: Certificate, options: VerifyOptions, ports: Ports): Promise<Step[]> {
  const files = { id: 'files', title: 'Every certified file is there, unchanged', status: 'inconclusive' } as const
  const id = certificate.subject[0].digest.sha256
  const certified = await certifiedFiles(certificate, options.certificate, ports)
  if (!certified)
    return [
      {
        ...files,
        reason: `Expected the certified files in the certificate, or in the ${SUMS_FILE} it names, but found neither`,
        hint: `Put the ${SUMS_FILE} that was published with the certificate beside it`,
      },
    ]
  const given = options.model.length === 0 ? [] : await ports.files.list(options.model)
  if (given.length === 0) return [{ ...files, reason: 'Expected model files to verify but found none' }]
  const match = matchNames(
    certified.map(file => file.name),
    given,
  )
  const digests = new Map<string, string>()
  const names = new Map([...match.pairs].map(([name, path]) => [path, name]))
  for await (const { path, sha256 } of hashFiles([...names.keys()], ports.files, ports.log))
    digests.set(names.get(path) ?? path, sha256)
  return modelSteps({ id, files: certified }, match, digests, ports.sha256)
}

/** The files the certificate lists; for a model of too many, those of the `SHA256SUMS` beside it, if its bytes are the certified ones. */
export async function certifiedFiles(
  { subject: [model, ...listed] }: Certificate,
  path: string,
  { files, sha256 }: Ports,
): Promise<readonly FileDigest[] | undefined> {
  if (listed.length > 0) return listed
  const beside = `${path.slice(0, path.lastIndexOf('/') + 1)}${SUMS_FILE}`
  if (!(await files.exists(beside))) return undefined
  const text = await files.readText(beside, { maxBytes: MAX_SUMS_BYTES })
  return sha256(text) === model.digest.sha256 ? readSha256Sums(text) : undefined
}

function conclude(steps: readonly Step[], statement?: Verification['statement']): Verification {
  const verdict = worstVerdict(steps.map(step => step.status))
  const outcome = ({ passed: 'verified', failed: 'refused', inconclusive: 'unverifiable' } as const)[verdict]
  return { outcome, verdict, steps, ...(statement ? { statement } : {}) }
}
