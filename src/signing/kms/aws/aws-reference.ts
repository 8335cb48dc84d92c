import { UserError } from '../../../core/user-error.ts'

/** A key of AWS KMS. */
export interface AwsReference {
  /** The reference as it was given. */
  readonly uri: string
  /** Where another server than the region's is asked: host, with its port. */
  readonly host: string | undefined
  /** As the API takes it: an ARN, `alias/name`, or a key's id. */
  readonly keyId: string
  /** From the ARN. */
  readonly region: string | undefined
}

const ID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|mrk-[0-9a-fA-F]{32}'
const ALIAS = 'alias/[a-zA-Z0-9/_-]{1,250}'
const REFERENCE = new RegExp(
  `^awskms://([a-zA-Z0-9.-]+(?::\\d{1,5})?)?/(arn:aws[a-z-]*:kms:([a-z0-9-]+):\\d{12}:(?:key/(?:${ID})|${ALIAS})|${ID}|${ALIAS})$`,
)

/** Reads `awskms:///alias/name`, `awskms:///arn:…`, `awskms:///id`, each also with a host before the third slash, as cosign writes them. */
export function awsReference(uri: string): AwsReference {
  const [, host, keyId, region] = REFERENCE.exec(uri) ?? []
  if (keyId !== undefined) return { uri, host, keyId, region }
  throw new UserError('kms.reference', `Expected a key of AWS KMS but found '${uri.slice(0, 200)}'`, {
    hint: 'Write it as awskms:///alias/NAME, awskms:///KEY-ID, or awskms:/// and the ARN of the key',
  })
}
