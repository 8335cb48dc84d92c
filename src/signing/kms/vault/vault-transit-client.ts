import type { z } from 'zod'
import { type Environment, variable } from '../environment.ts'
import { ask } from '../http/ask.ts'
import type { KmsOptions } from '../options.ts'
import { vaultServer } from './vault-server.ts'
import { vaultService } from './vault-service.ts'
import { vaultToken } from './vault-token.ts'

/** Asks the transit engine: GET without parameters, POST with them. `operation` is `keys`, `sign`, `encrypt`, `decrypt`. */
export type VaultTransitClient = <T>(operation: string, schema: z.ZodType<T>, parameters?: object) => Promise<T>

/** A client of Vault's or OpenBao's transit engine for one key. @param operations that the token's policy must allow */
export async function vaultTransitClient(
  key: string,
  operations: readonly { operation: string; capability: 'read' | 'update' }[],
  environment: Environment,
  options: KmsOptions,
): Promise<VaultTransitClient> {
  const server = await vaultServer(environment)
  const token = await vaultToken(server, environment, options)
  const mount = (variable(environment, 'TRANSIT_SECRET_ENGINE_PATH') ?? 'transit').replace(/^\/+|\/+$/g, '')
  const policy = operations.map(({ operation, capability }) => `${capability} on ${mount}/${operation}/${key}`)
  const service = vaultService(`the key ${key} in ${mount}`, [token], policy.join(' and '))
  return (operation, schema, parameters) =>
    ask(
      service,
      {
        method: parameters === undefined ? 'GET' : 'POST',
        url: new URL(`v1/${encodeURI(mount)}/${operation}/${encodeURIComponent(key)}`, server.base),
        headers: { ...server.headers, 'x-vault-token': token, 'content-type': 'application/json' },
        ...(parameters === undefined ? {} : { body: JSON.stringify(parameters) }),
        ...(server.ca && { ca: server.ca }),
      },
      schema,
      options,
    )
}
