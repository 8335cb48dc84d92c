import { type Environment, variable } from '../environment.ts'
import { isLoopback, secureUrl } from '../http/secure-url.ts'

/** The address of an AWS service in a region; `AWS_ENDPOINT_URL_KMS` and its like name another, as AWS's own programs have it. */
export function awsEndpoint(service: 'kms' | 'sts', region: string, environment: Environment, host?: string): URL {
  if (host !== undefined) return new URL(`${isLoopback(host.replace(/:\d+$/, '')) ? 'http' : 'https'}://${host}/`)
  for (const name of [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL']) {
    const given = variable(environment, name)
    if (given !== undefined) return secureUrl(given, name)
  }
  return new URL(`https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`)
}
