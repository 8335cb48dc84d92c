import { z } from 'zod'
import { type Environment, variable } from './environment.ts'
import { ask } from './http/ask.ts'
import { secureUrl } from './http/secure-url.ts'
import { tokenService } from './http/token-service.ts'
import type { KmsOptions } from './options.ts'

const IdToken = z.object({ value: z.string().min(1) })

/** The identity token of the job for an audience, from GitHub's OIDC provider; undefined outside of a job with `id-token: write`. */
export async function githubIdToken(
  environment: Environment,
  audience: string,
  options: KmsOptions,
): Promise<string | undefined> {
  const address = variable(environment, 'ACTIONS_ID_TOKEN_REQUEST_URL')
  const token = variable(environment, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN')
  if (address === undefined || token === undefined) return undefined
  const url = secureUrl(address, 'ACTIONS_ID_TOKEN_REQUEST_URL')
  url.searchParams.set('audience', audience)
  const service = tokenService("GitHub's OIDC provider", [token], 'Give the job `permissions: id-token: write`')
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` }
  return (await ask(service, { method: 'GET', url, headers }, IdToken, options)).value
}
