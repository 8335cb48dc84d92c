import { evidenceLines } from '../../core/record/evidence/evidence-lines.ts'
import { type CertificateInput, certificateOf } from '../../core/record/statement/certificate-of.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import {
  ARCHIVE_FILE,
  CERTIFICATE_FILE,
  ENVELOPE_FILE,
  EVIDENCE_FILE,
  MODEL_SIGNATURE_FILE,
  PROOF_FILE,
} from '../../core/record/statement/record-files.ts'
import { statementBytes } from '../../core/record/statement/statement-bytes.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports, SigningKey } from '../../ports.ts'
import type { Seal } from '../open-seal.ts'
import { encryptEvidence } from './encrypt-evidence.ts'
import type { FoundEvidence } from './find-evidence.ts'
import type { RecordFolder } from './record-folder.ts'
import { signEvidence } from './sign-evidence.ts'
import { signModel } from './sign-model.ts'
import { superseded } from './superseded.ts'

/** A certificate as it was written. */
export interface SignedCertificate {
  readonly notAfter: string
  readonly bundle: string
  readonly key: SigningKey
  /** The log's proof that it is there, where there is a log. */
  readonly proof: string | undefined
  /** SHA-256 of the certificate before it. */
  readonly supersedes: string | null
  /** Evidence files that everybody may read, as they were judged. */
  readonly open: readonly FoundEvidence[]
}

/** What signs, where it is written, and the log that a certificate is entered in, which returns the proof. */
interface Signs {
  readonly folder: RecordFolder
  readonly seal: Seal
  readonly enter: ((bundle: string, key: SigningKey) => Promise<string>) | undefined
}

/** Signs, logs and writes everything a certified model gets; the certificate last, so that none stands without what it rests on. */
export async function signCertificate(
  input: Omit<CertificateInput, 'attestations' | 'supersedes' | 'confidential'>,
  found: readonly FoundEvidence[],
  settings: Settings,
  { folder, seal, enter }: Signs,
  ports: Ports,
): Promise<SignedCertificate> {
  const supersedes = await superseded(settings, ports)
  const confidential = await encryptEvidence(found, settings, input.modelId, ports)
  const evidence = await signEvidence(found, confidential, seal, ports)
  const signature = await signModel(input.subject, settings, seal, ports)
  const { archive, commitments } = confidential
  const attestations = [
    ...evidence.resources,
    ...(archive === undefined ? [] : [{ uri: ARCHIVE_FILE, digest: { sha256: ports.sha256(archive) } }]),
    ...(signature === undefined ? [] : [signature.resource]),
  ]
  const certificate = certificateOf({ ...input, supersedes, attestations, confidential: new Set(commitments.keys()) })
  const { bundle, envelope, key } = await seal(statementBytes(certificate))
  if (evidence.lines.length > 0) await folder.write(EVIDENCE_FILE, evidenceLines(evidence.lines))
  if (archive !== undefined) await folder.write(ARCHIVE_FILE, archive)
  if (signature !== undefined) await folder.write(MODEL_SIGNATURE_FILE, signature.text)
  // Without its certificate, a workflow's signature verifies for nobody.
  if (key.kind === 'public-key') await folder.write(ENVELOPE_FILE, `${JSON.stringify(envelope)}\n`)
  const proof = enter && (await enter(bundle, key))
  if (proof !== undefined) await folder.write(PROOF_FILE, proof)
  await folder.write(CERTIFICATE_FILE, bundle)
  const { validity, supersedes: before } = certificate.predicate[CERTIFICATE_EXTENSION]
  return {
    notAfter: validity.notAfter,
    bundle,
    key,
    proof,
    supersedes: before,
    open: found.filter(({ document }) => !commitments.has(document.gate)),
  }
}
