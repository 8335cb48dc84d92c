import { UserError } from '../../../core/user-error.ts'
import { type Environment, variable } from '../environment.ts'
import { ask } from '../http/ask.ts'
import { secretFile } from '../http/secret-file.ts'
import { isLoopback } from '../http/secure-url.ts'
import { tokenService } from '../http/token-service.ts'
import type { KmsOptions } from '../options.ts'
import type { AwsCredentials } from './aws-credentials.ts'
import { RoleCredentials } from './role-credentials.ts'

/** Where ECS and EKS answer containers, and nothing but containers. */
const LINK_LOCAL = ['169.254.170.2', '169.254.170.23']

/** The credentials of a container's task or pod (ECS, EKS Pod Identity); undefined outside of one. */
export async function fromContainer(
  environment: Environment,
  options: KmsOptions,
): Promise<AwsCredentials | undefined> {
  const relative = variable(environment, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI')
  const full = variable(environment, 'AWS_CONTAINER_CREDENTIALS_FULL_URI')
  const address = relative === undefined ? full : `http://169.254.170.2${relative}`
  if (address === undefined) return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (
    url === undefined ||
    !(url.protocol === 'https:' || isLoopback(url.hostname) || LINK_LOCAL.includes(url.hostname))
  )
    throw new UserError(
      'kms.address',
      `Expected AWS_CONTAINER_CREDENTIALS_FULL_URI to be the container's but found ${url?.host ?? 'no address'}`,
      {
        kind: 'environment',
        hint: 'Leave it as ECS or EKS has set it',
      },
    )
  const file = variable(environment, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE')
  const token =
    file === undefined
      ? variable(environment, 'AWS_CONTAINER_AUTHORIZATION_TOKEN')
      : await secretFile(file, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE')
  const headers = { accept: 'application/json', ...(token === undefined ? {} : { authorization: token }) }
  const service = tokenService('the container', token === undefined ? [] : [token], 'Give the task or pod a role')
  return ask(service, { method: 'GET', url, headers }, RoleCredentials, options)
}
