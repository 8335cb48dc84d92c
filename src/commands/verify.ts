import type { FileDigest } from '../core/record/model/file-digest.ts'
import { matchNames } from '../core/record/model/match-names.ts'
import { readSha256Sums } from '../core/record/model/sha256-sums.ts'
import { MAX_BUNDLE_BYTES, readBundle } from '../core/record/statement/bundle.ts'
import type { Certificate } from '../core/record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../core/record/statement/identifiers.ts'
import { readStatement, type Statement } from '../core/record/statement/read-statement.ts'
import { SUMS_FILE } from '../core/record/statement/record-files.ts'
import { modelSteps } from '../core/record/verification/model-steps.ts'
import { statementStep } from '../core/record/verification/statement-step.ts'
import type { Step } from '../core/record/verification/step.ts'
import { validityStep } from '../core/record/verification/validity-step.ts'
import { UserError } from '../core/user-error.ts'
import { type Verdict, worstVerdict } from '../core/verdict.ts'
import type { Ports } from '../ports.ts'

const MAX_KEY_BYTES = 64 * 1024
const MAX_SUMS_BYTES = 64 * 1024 * 1024

export interface VerifyOptions {
  /** Path of the certificate. */
  readonly certificate: string
  /** The model as it lies here: files, folders or globs. */
  readonly model: readonly string[]
  /** Path of the public key whose certificates are trusted. */
  readonly key: string
  /** Folder of the evidence files, to be compared with those the certificate rests on. */
  readonly evidence?: string | undefined
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
 * Verifies, offline, that a certificate signed by this key is about exactly these model files and valid now. Where the model
 * lies does not matter, how its files are named and arranged does: the folder that all given paths share stands for the folder
 * that all certified names share. Throws only for a key or a path that cannot be read.
 */
export async function verify(options: VerifyOptions, ports: Ports): Promise<Verification> {
  const key = await ports.files.readText(options.key, { maxBytes: MAX_KEY_BYTES })
  const read = await readCertificate(options.certificate, ports)
  const bundle = { id: 'bundle', title: 'It is a signed bundle' } as const
  if ('reason' in read) return conclude([{ ...bundle, status: 'inconclusive', reason: read.reason }])
  const steps: Step[] = [{ ...bundle, status: 'passed', reason: `${options.certificate} holds one signed statement` }]

  const signature = { id: 'signature', title: 'The key signed it' } as const
  const signed = await ports.signing.verify(read.text, key)
  if ('refused' in signed) return conclude([...steps, { ...signature, status: 'failed', reason: signed.refused }])
  steps.push({ ...signature, status: 'passed', reason: `Signed by the key in ${options.key}` })

  const statement = readStatement(signed.payload, signed.payloadType)
  steps.push(statementStep(statement))
  if (statement.kind === 'unknown') return conclude(steps)
  if (statement.kind === 'refusal') return conclude(steps, statement.statement)

  const certificate = statement.statement
  steps.push(...(await aboutTheModel(certificate, options, ports)))
  if (options.evidence !== undefined) steps.push(await aboutTheEvidence(certificate, options.evidence, ports))
  steps.push(validityStep(certificate.predicate[CERTIFICATE_EXTENSION].validity, ports.now()))
  return conclude(steps, certificate)
}

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
  for (const [name, path] of match.pairs) digests.set(name, (await ports.files.digest(path)).sha256)
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

async function aboutTheEvidence({ predicate }: Certificate, folder: string, { files }: Ports): Promise<Step> {
  const step = { id: 'evidence', title: 'The evidence is the one it rests on' } as const
  const faults: string[] = []
  for (const { uri, digest } of predicate.inputAttestations) {
    const path = `${folder}/${uri}`
    if (!(await files.exists(path))) faults.push(`no ${path}`)
    else if ((await files.digest(path)).sha256 !== digest.sha256) faults.push(`other bytes in ${path}`)
  }
  if (faults.length > 0)
    return { ...step, status: 'failed', reason: `Expected the certified evidence but found ${faults.join(', ')}` }
  return { ...step, status: 'passed', reason: `${predicate.inputAttestations.length} files with the certified bytes` }
}

function conclude(steps: readonly Step[], statement?: Verification['statement']): Verification {
  const verdict = worstVerdict(steps.map(step => step.status))
  const outcome = ({ passed: 'verified', failed: 'refused', inconclusive: 'unverifiable' } as const)[verdict]
  return { outcome, verdict, steps, ...(statement ? { statement } : {}) }
}
