import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { ask } from '../http/ask.ts'
import { type Fault, faultOfStatus, type Service } from '../http/service.ts'
import type { KmsOptions } from '../options.ts'
import type { AzureReference } from './azure-reference.ts'
import { azureToken } from './azure-token.ts'

/** Asks the vault: GET without parameters, POST with them. `path` follows `/keys/`. */
export type AzureKeyVaultClient = <T>(path: string, schema: z.ZodType<T>, parameters?: object) => Promise<T>

/** The oldest version of the API that is still supported everywhere, Managed HSM among it. */
const API_VERSION = '7.4'

const Refusal = z.object({
  error: z.object({
    code: z.string().optional(),
    message: z.string().optional(),
    innererror: z.object({ code: z.string().optional() }).optional(),
  }),
})

/** What the inner codes mean where the status of HTTP, 403 for all of them, says it otherwise. */
const FAULTS: Readonly<Record<string, Fault>> = {
  KeyDisabled: 'disabled',
  KeyExpired: 'disabled',
  KeyNotYetValid: 'disabled',
}

/** A client of Azure Key Vault or Managed HSM for one key: JSON over HTTPS. */
export async function azureKeyVaultClient(
  uri: string,
  { vault, scope }: AzureReference,
  environment: Environment,
  options: KmsOptions,
): Promise<AzureKeyVaultClient> {
  const token = await azureToken(environment, scope, options)
  const service = serviceOf(uri, token)
  return (path, schema, parameters) =>
    ask(
      service,
      {
        method: parameters === undefined ? 'GET' : 'POST',
        url: new URL(`/keys/${path}?api-version=${API_VERSION}`, vault),
        headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(parameters === undefined ? {} : { body: JSON.stringify(parameters) }),
      },
      schema,
      options,
    )
}

const serviceOf = (uri: string, token: string): Service => ({
  name: 'Azure Key Vault',
  subject: uri,
  secrets: [token],
  judge(status, body) {
    const read = Refusal.safeParse(body)
    const { message = '', innererror } = read.success ? read.data.error : {}
    return { fault: FAULTS[innererror?.code ?? ''] ?? faultOfStatus(status), said: message }
  },
  hints: {
    credentials: 'Take a new token: this one is expired, or for another tenant or another service than the vault',
    denied:
      'Grant the role Key Vault Crypto User on the key (get and sign), and let the firewall of the vault pass the runner',
    missing: "Check the vault's name, and the key's name and version",
    disabled: 'Enable the version of the key and look at its dates, or name another',
  },
})
