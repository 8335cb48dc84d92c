import { UserError } from '../core/user-error.ts'

/** Variables of the environment, or some of them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** How a store is spoken to, and as whom. */
export interface S3Access {
  readonly region: string
  /** Address of a store that is not Amazon's, without a slash at its end. */
  readonly endpoint: string | undefined
  /** Whether the name of the bucket stands in the path, not in that of the host. */
  readonly pathStyle: boolean
  /** Undefined: nothing is signed. */
  readonly credentials:
    | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }
    | undefined
}

/**
 * By the variables that AWS's own tools read; AWS_NO_SIGN_REQUEST and AWS_VIRTUAL_HOSTING, which GDAL and others know, say what AWS has
 * flags for. Behind an endpoint of its own the bucket is in the path, unless AWS_VIRTUAL_HOSTING says otherwise.
 */
export function s3Access(environment: Environment): S3Access {
  const endpoint = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL
  if (endpoint && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
    throw new UserError('s3.endpoint', `Expected an address in AWS_ENDPOINT_URL but found '${endpoint}'`, {
      kind: 'environment',
      hint: 'Write it with its scheme, e.g. https://s3.example.com',
    })
  const virtual = environment.AWS_VIRTUAL_HOSTING
  return {
    region: environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1',
    endpoint: endpoint?.replace(/\/+$/, ''),
    pathStyle: virtual ? !isTrue(virtual) : Boolean(endpoint),
    credentials: isTrue(environment.AWS_NO_SIGN_REQUEST) ? undefined : credentials(environment),
  }
}

const isTrue = (text: string | undefined) => /^(yes|true|on|1)$/i.test(text ?? '')

function credentials(environment: Environment) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (!accessKeyId || !secretAccessKey)
    throw new UserError(
      's3.credentials',
      `Expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY but found ${accessKeyId || secretAccessKey ? 'only one of them' : 'neither'}`,
      {
        hint: 'Set them, with AWS_SESSION_TOKEN where they are temporary; on GitHub aws-actions/configure-aws-credentials does. For a public bucket set AWS_NO_SIGN_REQUEST=true',
        kind: 'environment',
      },
    )
  const sessionToken = environment.AWS_SESSION_TOKEN
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
}
