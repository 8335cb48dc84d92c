import { MAX_BUNDLE_BYTES, readBundle } from '../../core/record/statement/bundle.ts'
import { type Envelope, payloadOf } from '../../core/record/statement/envelope.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import { readStatement } from '../../core/record/statement/read-statement.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

/**
 * SHA-256 of the certificate that the new one replaces, where the settings name one. Its signature is not asked for: that it is named by
 * our own settings, and signed over again, is what makes it the predecessor.
 */
export async function superseded({ record, model }: Settings, { files }: Ports): Promise<string | undefined> {
  if (record.supersedes === undefined) return undefined
  const read = readBundle(await files.readText(record.supersedes, { maxBytes: MAX_BUNDLE_BYTES }))
  const found = 'reason' in read ? read.reason : certifiedName(read.bundle.dsseEnvelope)
  if (typeof found === 'object' && found.name === model.name) return (await files.digest(record.supersedes)).sha256
  const named =
    typeof found === 'object' ? `one of ${found.name ?? 'a model without a name'}` : `something else: ${found}`
  throw new UserError(
    'record.supersedes',
    `Expected ${record.supersedes} to be a certificate of ${model.name ?? 'this model'} but it is ${named}`,
    { file: record.supersedes, hint: 'Name the certificate of the version before, or leave record.supersedes out' },
  )
}

function certifiedName(envelope: Pick<Envelope, 'payload' | 'payloadType'>) {
  const statement = readStatement(payloadOf(envelope), envelope.payloadType)
  if (statement.kind === 'unknown') return statement.reason
  if (statement.kind === 'refusal') return 'a refusal'
  return { name: statement.statement.predicate[CERTIFICATE_EXTENSION].model.name }
}
