import { z } from 'zod'
import { type Fault, faultOfStatus, type Service } from '../http/service.ts'
import type { AwsCredentials } from './aws-credentials.ts'

const Refusal = z.object({ __type: z.string(), message: z.string().optional(), Message: z.string().optional() })

/** What the API's exceptions mean, by name. */
const FAULTS: Readonly<Record<string, Fault>> = {
  AccessDeniedException: 'denied',
  NotFoundException: 'missing',
  DisabledException: 'disabled',
  KMSInvalidStateException: 'disabled',
  ExpiredTokenException: 'credentials',
  UnrecognizedClientException: 'credentials',
  InvalidClientTokenId: 'credentials',
  InvalidSignatureException: 'credentials',
  IncompleteSignatureException: 'credentials',
  IncompleteSignature: 'credentials',
  MissingAuthenticationTokenException: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  ThrottlingException: 'throttled',
  LimitExceededException: 'throttled',
  KMSInternalException: 'unavailable',
  DependencyTimeoutException: 'unavailable',
  KeyUnavailableException: 'unavailable',
  InvalidKeyUsageException: 'refused',
  IncorrectKeyException: 'refused',
  InvalidCiphertextException: 'refused',
}

/** AWS KMS, as its answers are judged. @param actions what the credentials must be allowed, `kms:Sign` and its like */
export const awsKmsService = (
  uri: string,
  { secretAccessKey, sessionToken }: AwsCredentials,
  actions: readonly string[],
): Service => ({
  name: 'AWS KMS',
  subject: uri,
  secrets: [secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])],
  judge(status, body) {
    const read = Refusal.safeParse(body)
    if (!read.success) return { fault: faultOfStatus(status), said: '' }
    const type = read.data.__type.split('#').at(-1) ?? ''
    return {
      fault: FAULTS[type] ?? faultOfStatus(status),
      said: `${type}: ${read.data.message ?? read.data.Message ?? ''}`,
    }
  },
  hints: {
    credentials: 'Take new credentials in a step before (aws-actions/configure-aws-credentials), and check the clock',
    denied: `Allow ${actions.join(' and ')} on the key, in its key policy or in the role's policy`,
    missing: "Check the key's name, its account, and AWS_REGION",
    disabled: 'Enable the key, or cancel its deletion',
  },
})
