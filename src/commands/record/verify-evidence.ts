import { EVIDENCE_SCHEMA } from '../../core/identifiers.ts'
import { MAX_EVIDENCE_BYTES } from '../../core/record/decision/evidence-document.ts'
import { commitment, saltFile } from '../../core/record/evidence/commitment.ts'
import { evidenceUri, MAX_EVIDENCE_LINES_BYTES, readEvidenceLines } from '../../core/record/evidence/evidence-lines.ts'
import { EvidenceStatement } from '../../core/record/evidence/evidence-statement.ts'
import type { EvidenceReference } from '../../core/record/evidence/test-result.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import type { Certificate } from '../../core/record/statement/certificate.ts'
import { payloadOf, readEnvelope } from '../../core/record/statement/envelope.ts'
import { readJson } from '../../core/record/statement/read-json.ts'
import { EVIDENCE_FILE } from '../../core/record/statement/record-files.ts'
import type { Step } from '../../core/record/verification/step.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

/** What was found about one thing the certificate rests on. */
interface Found {
  readonly faults: readonly string[]
  /** What could not be told. */
  readonly open: readonly string[]
  readonly files: number
}

/**
 * Whether everything the certificate rests on is in the folder, as it was: files by their bytes, signed statements by the bytes of
 * their payload, and what those statements refer to in turn. Confidential evidence is compared where its salt is there too.
 */
export async function verifyEvidence({ predicate }: Certificate, folder: string, ports: Ports): Promise<Step> {
  const step = { id: 'evidence', title: 'The evidence is the one it rests on' } as const
  const parts = [await verifyStatements(predicate.inputAttestations, folder, ports)]
  for (const { uri, digest } of predicate.inputAttestations)
    if (!uri.startsWith(`${EVIDENCE_FILE}#`)) parts.push(await verifyOne(uri, digest.sha256, folder, ports))
  const faults = parts.flatMap(part => part.faults)
  const open = parts.flatMap(part => part.open)
  if (faults.length > 0)
    return { ...step, status: 'failed', reason: `Expected the certified evidence but found ${faults.join(', ')}` }
  if (open.length > 0)
    return {
      ...step,
      status: 'inconclusive',
      reason: `Expected evidence that can be compared but found ${open.join(', ')}`,
      hint: 'Decrypt evidence.tar.age into this folder with `proofmark decrypt`, or take the file away',
    }
  const files = parts.reduce((sum, part) => sum + part.files, 0)
  return { ...step, status: 'passed', reason: `${files} files with the certified bytes` }
}

async function verifyOne(uri: string, sha256: string, folder: string, ports: Ports): Promise<Found> {
  const [name = uri, fragment] = uri.split('#')
  const path = `${folder}/${name}`
  if (name.includes('/') || !(await ports.files.exists(path))) return fault(`no ${path}`)
  if (fragment === undefined) {
    const { sha256: found } = await ports.files.digest(path)
    return found === sha256 ? sound(1) : fault(`other bytes in ${path}`)
  }
  const envelope = readEnvelope(readJson(await ports.files.read(path, { maxBytes: MAX_BUNDLE_BYTES })))
  return envelope && ports.sha256(payloadOf(envelope)) === sha256 ? sound(1) : fault(`another payload in ${path}`)
}

async function verifyStatements(
  resources: Certificate['predicate']['inputAttestations'],
  folder: string,
  ports: Ports,
): Promise<Found> {
  const prefix = evidenceUri('')
  const certified = new Map(
    resources.filter(({ uri }) => uri.startsWith(prefix)).map(({ uri, digest }) => [digest.sha256, uri]),
  )
  if (certified.size === 0) return sound(0)
  const path = `${folder}/${EVIDENCE_FILE}`
  if (!(await ports.files.exists(path))) return fault(`no ${path}`)
  const lines = readEvidenceLines(await ports.files.readText(path, { maxBytes: MAX_EVIDENCE_LINES_BYTES }))
  if ('reason' in lines) return fault(`${path} that cannot be read: ${lines.reason}`)
  const parts: Found[] = [sound(1)]
  for (const envelope of lines) {
    const payload = payloadOf(envelope)
    if (!certified.delete(ports.sha256(payload))) parts.push(fault(`a statement in ${path} that was not certified`))
    const statement = EvidenceStatement.safeParse(readJson(payload))
    if (statement.success) parts.push(await verifyFile(statement.data.predicate[EVIDENCE_SCHEMA], folder, ports))
  }
  parts.push(...[...certified.values()].map(uri => fault(`no statement ${uri.slice(prefix.length)} in ${path}`)))
  return {
    faults: parts.flatMap(({ faults }) => faults),
    open: parts.flatMap(({ open }) => open),
    files: parts.reduce((sum, { files }) => sum + files, 0),
  }
}

/** The file that a gate's statement refers to. It may be missing only where it is confidential. */
async function verifyFile(reference: EvidenceReference, folder: string, ports: Ports): Promise<Found> {
  const { name, digest, commitment: committed } = reference
  const path = `${folder}/${name}`
  const there = await ports.files.exists(path)
  if (digest !== undefined) {
    if (!there) return fault(`no ${path}`)
    return (await ports.files.digest(path)).sha256 === digest.sha256 ? sound(1) : fault(`other bytes in ${path}`)
  }
  if (!there) return sound(0)
  const salt = `${folder}/${saltFile(name)}`
  if (!(await ports.files.exists(salt))) return { faults: [], open: [`${path} without its salt`], files: 0 }
  const [content, salted] = [await read(path, ports), await read(salt, ports)]
  return commitment(salted, content, ports.sha256) === committed?.sha256 ? sound(1) : fault(`other bytes in ${path}`)
}

const sound = (files: number): Found => ({ faults: [], open: [], files })
const fault = (what: string): Found => ({ faults: [what], open: [], files: 0 })

async function read(path: string, { files }: Ports): Promise<Uint8Array> {
  try {
    return await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES })
  } catch (error) {
    if (error instanceof UserError && error.code === 'file.too-large') return new Uint8Array()
    throw error
  }
}
