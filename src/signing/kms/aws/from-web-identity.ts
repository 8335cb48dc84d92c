import { z } from 'zod'
import { type Environment, variable } from '../environment.ts'
import { githubIdToken } from '../github-id-token.ts'
import { ask } from '../http/ask.ts'
import { formCall } from '../http/form.ts'
import { noCredentials } from '../http/no-credentials.ts'
import { secretFile } from '../http/secret-file.ts'
import { tokenService } from '../http/token-service.ts'
import type { KmsOptions } from '../options.ts'
import type { AwsCredentials } from './aws-credentials.ts'
import { awsEndpoint } from './aws-endpoint.ts'

const Session = z.object({ AccessKeyId: z.string(), SecretAccessKey: z.string(), SessionToken: z.string() })

/** The session of a role that a web identity may take (STS AssumeRoleWithWebIdentity); undefined where no role is named. */
export async function fromWebIdentity(
  environment: Environment,
  region: string,
  options: KmsOptions,
): Promise<AwsCredentials | undefined> {
  const role = variable(environment, 'AWS_ROLE_ARN')
  if (role === undefined) return undefined
  const file = variable(environment, 'AWS_WEB_IDENTITY_TOKEN_FILE')
  const token =
    file === undefined
      ? await githubIdToken(environment, 'sts.amazonaws.com', options)
      : await secretFile(file, 'AWS_WEB_IDENTITY_TOKEN_FILE')
  if (token === undefined)
    throw noCredentials(
      `the role ${role}`,
      'Set AWS_WEB_IDENTITY_TOKEN_FILE, or give the job `permissions: id-token: write`',
    )
  const call = formCall(awsEndpoint('sts', region, environment), {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: variable(environment, 'AWS_ROLE_SESSION_NAME') ?? 'proofmark',
    WebIdentityToken: token,
  })
  const service = tokenService(
    'AWS STS',
    [token],
    `Let the trust policy of ${role} name GitHub's OIDC provider, the audience sts.amazonaws.com and this repository`,
  )
  const session = await ask(service, { ...call, decode: fieldsOf }, Session, options)
  return {
    accessKeyId: session.AccessKeyId,
    secretAccessKey: session.SecretAccessKey,
    sessionToken: session.SessionToken,
  }
}

/** STS answers in XML: its leaves by name. A refusal's `Message` is told as OAuth's `error_description`. */
function fieldsOf(xml: string): unknown {
  const leaves = [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [name, text] as const)
  if (leaves.length === 0) throw new Error('no XML')
  const fields = Object.fromEntries(leaves)
  return { ...fields, ...(fields.Message === undefined ? {} : { error_description: fields.Message }) }
}
