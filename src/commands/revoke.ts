import { lifeOf } from '../core/record/promotion/life-of.ts'
import { revocationLeaf } from '../core/record/promotion/pointer-leaf.ts'
import { REVOCATION_SCHEMA, type Revocation, revocationText } from '../core/record/promotion/revocation.ts'
import { revokedCertificate } from '../core/record/promotion/revoked-certificate.ts'
import { revokedCertificates } from '../core/record/promotion/revoked-certificates.ts'
import { MAX_BUNDLE_BYTES } from '../core/record/statement/bundle.ts'
import type { Certificate } from '../core/record/statement/certificate.ts'
import { instant } from '../core/record/statement/instant.ts'
import { readCertificate } from '../core/record/statement/read-certificate.ts'
import { derOf } from '../core/record/trust/der-of.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports, ToldRevocation } from '../ports.ts'
import { modelName } from './promotion/certified-model.ts'
import { tellRecipients } from './tell-recipients.ts'

export interface RevokeOptions {
  /** Path of the certificate; or `key`. */
  readonly certificate?: string | undefined
  /** SHA-256 of the public key's DER, or the path of the public key. */
  readonly key?: string | undefined
  /** For a key: signatures from this time on. */
  readonly since?: string | undefined
  readonly reason: string
  readonly by?: string | undefined
  /** Whom to tell. */
  readonly connections?: Settings['connections'] | undefined
}

export interface Revoked {
  readonly revocation: Revocation
  /** Whether the log held the same revocation already. */
  readonly already: boolean
  /** Targets that, by the log, still point at what is revoked. */
  readonly stillInProduction: readonly string[]
  /** Other certificates of the model that hold, by digest. */
  readonly others: readonly string[]
  /** What went wrong in telling it: the revocation stands. */
  readonly untold: readonly UserError[]
}

const MAX_KEY_BYTES = 64 * 1024

/** Writes into the log that a certificate or a key counts for nothing any more. It does not touch production: `demote` does. Everybody is told. */
export async function revoke(options: RevokeOptions, recordLog: RecordLog, ports: Ports): Promise<Revoked> {
  const { files, sha256 } = ports
  const given = options.certificate === undefined ? undefined : await certificateOf(options.certificate)
  const what =
    given === undefined
      ? { key: await keyOf(options, ports) }
      : {
          certificate: given.sha256,
          model: { name: modelName(given.certificate), id: given.certificate.subject[0].digest.sha256 },
        }
  if (options.since !== undefined && !('key' in what && what.key !== undefined))
    throw new UserError('revoke.since', 'Expected --since with a key but found it with a certificate', {
      hint: 'A certificate is revoked as a whole',
    })
  const { leaves, documents } = await recordLog.read(['certificate', 'revocation'])
  const before = lifeOf(leaves, documents, ports.now())
  const known = before.revocations.find(one =>
    what.key === undefined ? one.certificate === what.certificate : one.key === what.key && one.since === options.since,
  )
  const revocation: Revocation = known ?? {
    schema: REVOCATION_SCHEMA,
    ...what,
    ...(options.since === undefined ? {} : { since: options.since }),
    reason: options.reason,
    ...(options.by === undefined ? {} : { by: options.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  }
  if (!known) {
    const text = revocationText(revocation)
    await recordLog.append(revocationLeaf(revocation, sha256(text)), text)
  }
  const log = known ? { leaves, documents } : await recordLog.read(['certificate', 'revocation'])
  const after = lifeOf(log.leaves, log.documents, ports.now())
  const stillInProduction = after.targets.filter(({ problem }) => problem === 'revoked').map(({ target }) => target)
  const untold = await tellRecipients(options.connections ?? {}, told, ports)
  return {
    revocation,
    already: known !== undefined,
    untold,
    others: after.models
      .filter(({ id }) => id === revocation.model?.id)
      .flatMap(({ certificates }) => certificates.flatMap(one => (one.state === 'valid' ? [one.sha256] : []))),
    stillInProduction,
  }

  async function told(): Promise<ToldRevocation> {
    const certificates = revokedCertificates(revocation, log.leaves, log.documents)
    // One that nobody logged is known by its own bytes.
    const unlogged = given && !certificates.some(({ sha256 }) => sha256 === given.sha256)
    return {
      kind: 'revocation',
      revocation,
      certificates: unlogged ? [revokedCertificate(given.sha256, given.certificate, true)] : certificates,
      targets: stillInProduction,
      again: known !== undefined,
      at: ports.now(),
    }
  }

  async function certificateOf(path: string): Promise<{ sha256: string; certificate: Certificate }> {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })
    const certificate = readCertificate(text)
    if (!certificate)
      throw new UserError('revoke.no-certificate', `Expected a certificate to revoke in ${path} but found none`, {
        file: path,
        hint: 'Give the certificate itself, a Sigstore bundle',
      })
    return { sha256: sha256(text), certificate }
  }
}

async function keyOf({ key = '' }: RevokeOptions, { files, sha256 }: Ports): Promise<string> {
  if (/^[0-9a-f]{64}$/.test(key)) return key
  if (key === '')
    throw new UserError('revoke.nothing', 'Expected a certificate or a key to revoke but found neither', {
      hint: 'proofmark revoke CERTIFICATE --reason TEXT, or proofmark revoke --revoked-key FILE --reason TEXT',
    })
  const der = derOf(await files.readText(key, { maxBytes: MAX_KEY_BYTES }))
  if (der === undefined)
    throw new UserError('revoke.no-key', `Expected a public key in PEM in ${key} but found none`, {
      file: key,
      hint: 'Give the public half, e.g. proofmark.pub; a private key has no business here',
    })
  return sha256(der)
}
