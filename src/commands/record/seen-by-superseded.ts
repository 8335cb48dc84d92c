import { decodeBase64 } from '../../core/record/log/base64.ts'
import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports } from '../../ports.ts'
import { certificateBefore } from './certificate-before.ts'

/**
 * The head of the log that the certificate which is to be replaced has seen: the log must continue it. Its signature is not asked for: a
 * made-up head can only stop a certification. Nothing where no certificate is named, or it says nothing of this log; whether it is one of
 * this model is asked when it is replaced.
 */
export async function seenBySuperseded(
  record: Settings['record'],
  origin: string,
  ports: Pick<Ports, 'files'>,
): Promise<TreeHead[]> {
  const before = await certificateBefore(record, ports)
  const log = before?.predicate[CERTIFICATE_EXTENSION].log
  const root = log?.lastSeen && decodeBase64(log.lastSeen.root)
  return log?.origin === origin && log.lastSeen && root ? [{ size: log.lastSeen.size, root }] : []
}
