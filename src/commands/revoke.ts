import { lifeOf } from '../core/record/promotion/life-of.ts'
import { revocationLeaf } from '../core/record/promotion/pointer-leaf.ts'
import { REVOCATION_SCHEMA, type Revocation, revocationText } from '../core/record/promotion/revocation.ts'
import { MAX_BUNDLE_BYTES, readBundle } from '../core/record/statement/bundle.ts'
import { instant } from '../core/record/statement/instant.ts'
import { readStatement } from '../core/record/statement/read-statement.ts'
import { derOf } from '../core/record/trust/der-of.ts'
import { UserError } from '../core/user-error.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'
import { modelName } from './promotion/certified-model.ts'

export interface RevokeOptions {
  /** Path of the certificate; or `key`. */
  readonly certificate?: string | undefined
  /** SHA-256 of the public key's DER, or the path of the public key. */
  readonly key?: string | undefined
  /** For a key: signatures from this time on. */
  readonly since?: string | undefined
  readonly reason: string
  readonly by?: string | undefined
}

export interface Revoked {
  readonly revocation: Revocation
  /** Whether the log held the same revocation already. */
  readonly already: boolean
  /** Targets that, by the log, still point at what is revoked. */
  readonly stillInProduction: readonly string[]
  /** Other certificates of the model that hold, by digest. */
  readonly others: readonly string[]
}

const MAX_KEY_BYTES = 64 * 1024

/** Writes into the log that a certificate or a key counts for nothing any more. It does not touch production: `demote` does. */
export async function revoke(options: RevokeOptions, recordLog: RecordLog, ports: Ports): Promise<Revoked> {
  const { files, sha256 } = ports
  const what =
    options.certificate === undefined ? { key: await keyOf(options, ports) } : await certificateOf(options.certificate)
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
  const after = known ? before : lifeOf(...(await readAgain()), ports.now())
  return {
    revocation,
    already: known !== undefined,
    others: after.models
      .filter(({ id }) => id === revocation.model?.id)
      .flatMap(({ certificates }) => certificates.flatMap(one => (one.state === 'valid' ? [one.sha256] : []))),
    stillInProduction: after.targets.filter(({ problem }) => problem === 'revoked').map(({ target }) => target),
  }

  async function readAgain() {
    const log = await recordLog.read(['certificate', 'revocation'])
    return [log.leaves, log.documents] as const
  }

  async function certificateOf(path: string): Promise<Pick<Revocation, 'certificate' | 'key' | 'model'>> {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })
    const read = readBundle(text)
    const statement =
      'bundle' in read
        ? readStatement(
            Uint8Array.from(atob(read.bundle.dsseEnvelope.payload), character => character.charCodeAt(0)),
            read.bundle.dsseEnvelope.payloadType,
          )
        : undefined
    if (statement?.kind !== 'certificate')
      throw new UserError('revoke.no-certificate', `Expected a certificate to revoke in ${path} but found none`, {
        file: path,
        hint: 'Give the certificate itself, a Sigstore bundle',
      })
    const { statement: certificate } = statement
    return {
      certificate: sha256(text),
      model: { name: modelName(certificate), id: certificate.subject[0].digest.sha256 },
    }
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
