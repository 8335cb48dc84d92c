import type { IncomingHttpHeaders } from 'node:http'
import { type ErrorCode, UserError } from '../core/user-error.ts'

export interface Refusal {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** The answer, or its beginning. */
  readonly text: string
  /** For the sentence, after "to". */
  readonly doing: string
  readonly bucket: string
  /** Whether the request was signed. */
  readonly signed: boolean
}

/** What to do, by S3's code ("Error responses" of its API reference), as its other implementations use them too. */
const HINTS: Readonly<Record<string, string>> = {
  XAdminUserNotFound: 'AWS_ACCESS_KEY_ID is not known there: set the one of this store',
  InvalidAccessKeyId: 'AWS_ACCESS_KEY_ID is not known there: set the one of this store',
  SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID: set both anew',
  ExpiredToken: 'The temporary credentials have expired: get new ones, in the same job',
  TokenRefreshRequired: 'The temporary credentials have expired: get new ones, in the same job',
  InvalidToken: 'AWS_SESSION_TOKEN does not belong to these credentials: set it anew, or unset it',
  RequestTimeTooSkewed: 'The clock of this machine is wrong: set it, e.g. by NTP',
  NoSuchBucket: 'Create the bucket, or correct its name, AWS_REGION and AWS_ENDPOINT_URL',
  NoSuchKey: 'Check the key: S3 tells capital letters from small ones, and knows no folders',
  NoSuchVersion: 'Check the versionId; a lifecycle rule may have deleted that version',
  InvalidObjectState: 'The object is in an archive (Glacier): restore it first',
  SlowDown: 'Run it again later, or ask for fewer files at once',
}

/** Codes of ours for what a caller may want to tell from the rest. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  NoSuchKey: 's3.no-key',
  NoSuchBucket: 's3.no-bucket',
  AccessDenied: 's3.denied',
}

/** The sentence for an answer that is no success, redirects among them: none is followed, because credentials would go along. */
export function refused({ status, headers, text, doing, bucket, signed }: Refusal): UserError {
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1]
  const region = regionIn(headers, text)
  const said = code ?? (/<html/i.test(text) ? 'a page of HTML' : 'no reason given')
  return new UserError(
    CODES[code ?? ''] ?? 's3.refused',
    `Expected to ${doing} in the bucket ${bucket} but S3 answered ${status} (${said})`,
    {
      hint:
        region === undefined
          ? hintFor(status, code, signed, headers.location)
          : `Set AWS_REGION=${region}: the bucket is there`,
      kind: 'environment',
    },
  )
}

/** The region that S3 names where it was asked in another. */
function regionIn(headers: IncomingHttpHeaders, text: string): string | undefined {
  if (
    !/PermanentRedirect|TemporaryRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint/.test(text) &&
    text !== ''
  )
    return undefined
  const header = headers['x-amz-bucket-region']
  const named = typeof header === 'string' ? header : /<Region>([^<]{1,50})<\/Region>/.exec(text)?.[1]
  return named !== undefined && /^[a-z0-9-]{1,50}$/.test(named) ? named : undefined
}

function hintFor(status: number, code: string | undefined, signed: boolean, location: string | undefined): string {
  const known = code === undefined ? undefined : HINTS[code]
  if (known !== undefined) return known
  if (status >= 300 && status < 400)
    return `It points elsewhere${location === undefined ? '' : `, to ${hostOf(location)}`}: no redirect is followed; correct AWS_REGION or AWS_ENDPOINT_URL`
  if (status === 401 || status === 403)
    return signed
      ? 'Give the credentials s3:GetObject, s3:PutObject and s3:ListBucket on it, as far as needed; without s3:ListBucket S3 refuses a key that is not there as well'
      : 'The bucket is not public: unset AWS_NO_SIGN_REQUEST and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
  if (status === 404) return 'Create the bucket, or correct its name and AWS_REGION'
  return 'See what the store says, then run again'
}

const hostOf = (location: string) => (URL.canParse(location) ? new URL(location).host : 'another address')
