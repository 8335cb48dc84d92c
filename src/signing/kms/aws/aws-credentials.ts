import { type Environment, variable } from '../environment.ts'
import { noCredentials } from '../http/no-credentials.ts'
import type { KmsOptions } from '../options.ts'
import { fromContainer } from './from-container.ts'
import { fromInstance } from './from-instance.ts'
import { fromWebIdentity } from './from-web-identity.ts'

/** What requests to AWS are signed with. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

/**
 * The credentials that the environment offers, looked for in the order of AWS's own programs: keys, a web identity (a file's, or that of
 * the job), the container's, the instance's. Profiles in files are not read.
 */
export async function awsCredentials(
  environment: Environment,
  region: string,
  options: KmsOptions,
): Promise<AwsCredentials> {
  const accessKeyId = variable(environment, 'AWS_ACCESS_KEY_ID')
  const secretAccessKey = variable(environment, 'AWS_SECRET_ACCESS_KEY')
  if (accessKeyId !== undefined && secretAccessKey !== undefined)
    return { accessKeyId, secretAccessKey, sessionToken: variable(environment, 'AWS_SESSION_TOKEN') }
  const found =
    (await fromWebIdentity(environment, region, options)) ??
    (await fromContainer(environment, options)) ??
    (await fromInstance(environment, options))
  if (found !== undefined) return found
  throw noCredentials(
    'AWS',
    'Run aws-actions/configure-aws-credentials in a step before, or set AWS_ROLE_ARN in a job with `permissions: id-token: write`',
  )
}
