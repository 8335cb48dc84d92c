import { MAX_BUNDLE_BYTES, readBundle } from '../core/record/statement/bundle.ts'
import type { Certificate } from '../core/record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../core/record/statement/identifiers.ts'
import { readStatement } from '../core/record/statement/read-statement.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import { validityStep } from '../core/record/verification/validity-step.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { loadKeyTrust } from './load-trust.ts'

/** The oldest certificate that is still valid. */
export interface Anchor {
  /** Path of the certificate. */
  readonly path: string
  readonly since: string
  /** SHA-256 of the predictions that it rests on; undefined where it rests on none. */
  readonly predictions: string | undefined
}

/** Looks through the certificates that this key has signed, for those of a model of this name where it has one. */
export async function findAnchor(
  { certificates, key }: NonNullable<Settings['certify']['anchor']>,
  model: string | undefined,
  ports: Ports,
): Promise<Anchor | undefined> {
  const trust = await loadKeyTrust(key, ports.files)
  const found: Anchor[] = []
  for (const path of await ports.files.list(certificates)) {
    const certificate = await readCertificate(path, trust, ports)
    if (!certificate) continue
    const { validity, model: its, data } = certificate.predicate[CERTIFICATE_EXTENSION]
    if (model !== undefined && its.name !== undefined && its.name !== model) continue
    if (validityStep(validity, ports.now()).status !== 'passed') continue
    const predictions = data.find(({ role }) => role === 'predictions')?.digest.sha256
    found.push({ path, since: validity.notBefore, predictions })
  }
  return found.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))[0]
}

/** A file as a certificate that the key has signed; undefined where it is anything else. */
async function readCertificate(
  path: string,
  trust: LoadedTrust,
  { files, signing }: Ports,
): Promise<Certificate | undefined> {
  const { bytes } = await files.digest(path)
  if (bytes > MAX_BUNDLE_BYTES) return undefined
  const text = new TextDecoder().decode(await files.read(path, { maxBytes: MAX_BUNDLE_BYTES }))
  if ('reason' in readBundle(text)) return undefined
  const signed = await signing.verify(text, trust)
  if ('refused' in signed) return undefined
  const statement = readStatement(signed.payload, signed.payloadType)
  return statement.kind === 'certificate' ? statement.statement : undefined
}
