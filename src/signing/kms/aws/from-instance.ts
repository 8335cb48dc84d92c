import { type Environment, variable } from '../environment.ts'
import { request } from '../http/request.ts'
import type { KmsOptions } from '../options.ts'
import type { AwsCredentials } from './aws-credentials.ts'
import { RoleCredentials } from './role-credentials.ts'

/** Where an EC2 instance finds out about itself. */
const ADDRESS = 'http://169.254.169.254'
/** Milliseconds that are waited for it: elsewhere nothing answers. */
const TIMEOUT = 1000

/** The credentials of an EC2 instance's role (IMDSv2); undefined on a machine that is none, or has no role. */
export async function fromInstance(
  environment: Environment,
  { timeout = TIMEOUT }: KmsOptions,
): Promise<AwsCredentials | undefined> {
  if (variable(environment, 'AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true') return undefined
  const base = variable(environment, 'AWS_EC2_METADATA_SERVICE_ENDPOINT') ?? ADDRESS
  if (!URL.canParse(base)) return undefined
  const read = async (method: 'GET' | 'PUT', path: string, headers: Record<string, string>) => {
    const url = new URL(path, base)
    const answer = await request({ method, url, headers, timeout }).catch(() => undefined)
    return answer?.status === 200 ? answer.text.trim() : undefined
  }
  const token = await read('PUT', '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '300' })
  if (token === undefined) return undefined
  const headers = { 'x-aws-ec2-metadata-token': token }
  const roles = '/latest/meta-data/iam/security-credentials/'
  const role = (await read('GET', roles, headers))?.split('\n')[0]
  const text = role === undefined ? undefined : await read('GET', `${roles}${encodeURIComponent(role)}`, headers)
  return text === undefined ? undefined : credentialsIn(text)
}

/** What another service at that address answers (other clouds have theirs there) is no credentials. */
function credentialsIn(text: string): AwsCredentials | undefined {
  try {
    const read = RoleCredentials.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
