import { findRevocation } from '../core/record/promotion/find-revocation.ts'
import { keyHint } from '../core/record/promotion/key-hint.ts'
import type { FoundCertificate } from '../core/record/review/due.ts'
import { MAX_BUNDLE_BYTES, readBundle } from '../core/record/statement/bundle.ts'
import { CERTIFICATE_EXTENSION } from '../core/record/statement/identifiers.ts'
import { readStatement } from '../core/record/statement/read-statement.ts'
import { CERTIFICATE_FILE } from '../core/record/statement/record-files.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import type { Trust } from '../core/record/trust/trust.ts'
import { UserError } from '../core/user-error.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'
import { loadKeyTrust, loadTrust } from './load-trust.ts'

/** Releases that are looked through, newest first. */
const MOST_RELEASES = 200

export interface CertificatePlaces {
  /** Paths, folders or globs of certificates. */
  readonly files: readonly string[]
  /** Whether to look through the repository's releases. */
  readonly releases: boolean
  /** Path of the public key that must have signed them; else whoever `trust` names, and without either they are read as they stand. */
  readonly key?: string | undefined
  readonly trust?: Trust | undefined
  /** The log that certificates are in; those that it revokes are passed over. */
  readonly log?: RecordLog | undefined
}

export interface Found {
  readonly certificates: readonly FoundCertificate[]
  /** Why others are not known; a sentence each. */
  readonly problems: readonly string[]
}

/** Certificates in files, in releases and in the log. What is none, or is not signed by the key, is named and not counted. */
export async function findCertificates(places: CertificatePlaces, ports: Ports): Promise<Found> {
  const { files, releases, log } = places
  const trust = await trustOf(places, ports)
  const certificates: FoundCertificate[] = []
  const problems: string[] = []
  const take = async (where: string, text: string) => {
    const read = await readCertificate(text, trust, ports)
    if ('reason' in read) problems.push(`${where}: ${read.reason}`)
    else certificates.push({ ...read, where })
  }
  const paths = files.length === 0 ? [] : await ports.files.list(files)
  for (const path of paths.filter(each => files.includes(each) || each.endsWith(CERTIFICATE_FILE)))
    await take(path, await ports.files.readText(path, { maxBytes: MAX_BUNDLE_BYTES }))
  if (releases) {
    if (!ports.forge) throw noForge()
    const options = { count: MOST_RELEASES, maxBytes: MAX_BUNDLE_BYTES }
    for (const { tag, content } of await ports.forge.releasedAssets(CERTIFICATE_FILE, options))
      await take(`release ${tag}`, new TextDecoder().decode(content))
  }
  for (const [document, text] of log ? await standing(log, ports) : []) await take(`the log (${document})`, text)
  return { certificates, problems }
}

function trustOf({ key, trust }: CertificatePlaces, { files }: Ports): Promise<LoadedTrust> | undefined {
  if (key !== undefined) return loadKeyTrust(key, files)
  return trust?.keys || trust?.identities ? loadTrust(trust, files) : undefined
}

/** The certificates that a log has and does not revoke, by the digests of their documents. */
async function standing(log: RecordLog, { sha256 }: Ports): Promise<[string, string][]> {
  const { leaves, documents } = await log.read(['certificate', 'revocation'])
  return leaves.flatMap(({ type, document, id }): [string, string][] => {
    const text = type === 'certificate' ? documents.get(document) : undefined
    if (text === undefined) return []
    const asked = { sha256: sha256(text), modelId: id?.replace('sha256:', '') ?? '', key: keyHint(text) }
    return findRevocation(leaves, documents, asked) === undefined ? [[document, text]] : []
  })
}

async function readCertificate(
  text: string,
  trust: LoadedTrust | undefined,
  { signing }: Ports,
): Promise<Omit<FoundCertificate, 'where'> | { readonly reason: string }> {
  const signed = trust === undefined ? unverified(text) : await signing.verify(text, trust)
  if ('refused' in signed) return { reason: signed.refused }
  const read = readStatement(signed.payload, signed.payloadType)
  if (read.kind === 'unknown') return { reason: read.reason }
  if (read.kind === 'refusal') return { reason: 'Expected a certificate but found a refusal' }
  const { model, validity } = read.statement.predicate[CERTIFICATE_EXTENSION]
  return { model, notAfter: validity.notAfter }
}

function unverified(text: string): { payload: Uint8Array; payloadType: string } | { refused: string } {
  const read = readBundle(text)
  if ('reason' in read) return { refused: read.reason }
  const { payload, payloadType } = read.bundle.dsseEnvelope
  return { payload: Uint8Array.from(atob(payload), char => char.charCodeAt(0)), payloadType }
}

const noForge = () =>
  new UserError('review.no-github', 'Expected a GitHub to look through the releases of but found none', {
    kind: 'environment',
    hint: 'Run in GitHub Actions, or set `releases: false` and name the certificates',
  })
