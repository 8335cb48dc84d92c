import { decodeBase64 } from '../../core/record/log/base64.ts'
import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { MAX_BUNDLE_BYTES, readBundle } from '../../core/record/statement/bundle.ts'
import { payloadOf } from '../../core/record/statement/envelope.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import { readStatement } from '../../core/record/statement/read-statement.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports } from '../../ports.ts'

/**
 * The head of the log that the certificate which is to be replaced has seen: the log must continue it. Its signature is not asked for: a
 * made-up head can only stop a certification. Nothing where no certificate is named, or it says nothing of this log; whether it is one of
 * this model is asked when it is replaced.
 */
export async function seenBySuperseded(
  { supersedes }: Settings['record'],
  origin: string,
  { files }: Pick<Ports, 'files'>,
): Promise<TreeHead[]> {
  if (supersedes === undefined) return []
  const read = readBundle(await files.readText(supersedes, { maxBytes: MAX_BUNDLE_BYTES }))
  if ('reason' in read) return []
  const { dsseEnvelope } = read.bundle
  const statement = readStatement(payloadOf(dsseEnvelope), dsseEnvelope.payloadType)
  const log = statement.kind === 'certificate' ? statement.statement.predicate[CERTIFICATE_EXTENSION].log : undefined
  const root = log?.lastSeen && decodeBase64(log.lastSeen.root)
  return log?.origin === origin && log.lastSeen && root ? [{ size: log.lastSeen.size, root }] : []
}
