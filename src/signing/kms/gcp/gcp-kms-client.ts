import { z } from 'zod'
import { type Environment, variable } from '../environment.ts'
import { ask } from '../http/ask.ts'
import { secureUrl } from '../http/secure-url.ts'
import { type Fault, faultOfStatus, type Service } from '../http/service.ts'
import type { KmsOptions } from '../options.ts'
import { gcpToken } from './gcp-token.ts'

/** Asks Google Cloud KMS for a resource: GET without parameters, POST with them. */
export type GcpKmsClient = <T>(path: string, schema: z.ZodType<T>, parameters?: object) => Promise<T>

const Refusal = z.object({ error: z.object({ message: z.string().optional(), status: z.string().optional() }) })

/** What the API's canonical codes mean where the status of HTTP says it otherwise (google.rpc.Code). */
const FAULTS: Readonly<Record<string, Fault>> = { FAILED_PRECONDITION: 'disabled', RESOURCE_EXHAUSTED: 'throttled' }

/** A client of Google Cloud KMS for one key: JSON over HTTPS. @param role that grants what is asked */
export async function gcpKmsClient(
  uri: string,
  role: string,
  environment: Environment,
  options: KmsOptions,
): Promise<GcpKmsClient> {
  const override = variable(environment, 'CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS')
  const base = override
    ? secureUrl(override, 'CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS')
    : new URL('https://cloudkms.googleapis.com/')
  const token = await gcpToken(environment, options)
  const service = serviceOf(uri, token, role)
  return (path, schema, parameters) =>
    ask(
      service,
      {
        method: parameters === undefined ? 'GET' : 'POST',
        url: new URL(`/v1/${path}`, base),
        headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(parameters === undefined ? {} : { body: JSON.stringify(parameters) }),
      },
      schema,
      options,
    )
}

const serviceOf = (uri: string, token: string, role: string): Service => ({
  name: 'Google Cloud KMS',
  subject: uri,
  secrets: [token],
  judge(status, body) {
    const read = Refusal.safeParse(body)
    const { message = '', status: code = '' } = read.success ? read.data.error : {}
    return { fault: FAULTS[code] ?? faultOfStatus(status), said: message }
  },
  hints: {
    credentials: 'Take new credentials in a step before (google-github-actions/auth)',
    denied: `Grant ${role} on the key, and enable the API cloudkms.googleapis.com in its project`,
    missing: "Check the key's project, location, ring, name and version",
    disabled: 'Enable the version of the key, or name another',
  },
})
