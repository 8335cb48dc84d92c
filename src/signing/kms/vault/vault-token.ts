import { z } from 'zod'
import { type Environment, variable } from '../environment.ts'
import { githubIdToken } from '../github-id-token.ts'
import { ask } from '../http/ask.ts'
import { noCredentials } from '../http/no-credentials.ts'
import type { KmsOptions } from '../options.ts'
import { type VaultServer, vaultVariable } from './vault-server.ts'
import { vaultService } from './vault-service.ts'

const Login = z.object({ auth: z.object({ client_token: z.string().min(1) }) })

/** `VAULT_TOKEN`, or a token for the identity of the job (JWT login) in the role that `PROOFMARK_VAULT_ROLE` names. */
export async function vaultToken(server: VaultServer, environment: Environment, options: KmsOptions): Promise<string> {
  const token = vaultVariable(environment, 'TOKEN')
  if (token !== undefined) return token
  const role = variable(environment, 'PROOFMARK_VAULT_ROLE')
  const audience =
    variable(environment, 'PROOFMARK_VAULT_AUDIENCE') ??
    `${variable(environment, 'GITHUB_SERVER_URL') ?? 'https://github.com'}/${variable(environment, 'GITHUB_REPOSITORY_OWNER') ?? ''}`
  const jwt = role === undefined ? undefined : await githubIdToken(environment, audience, options)
  if (role === undefined || jwt === undefined)
    throw noCredentials(
      'Vault',
      'Set VAULT_TOKEN, or PROOFMARK_VAULT_ROLE in a job with `permissions: id-token: write`',
    )
  const path = variable(environment, 'PROOFMARK_VAULT_AUTH_PATH') ?? 'jwt'
  const hint = `Check that the role ${role} exists at auth/${path}, and that it takes the audience ${audience} and this repository`
  const service = { ...vaultService(`the role ${role}`, [jwt], ''), hints: hintsOf(hint) }
  // Vault answers 400 to a token that the role does not take.
  const judge: typeof service.judge = (status, body) => {
    const judged = service.judge(status, body)
    return judged.fault === 'refused' ? { ...judged, fault: 'credentials' } : judged
  }
  const call = {
    method: 'POST' as const,
    url: new URL(`v1/auth/${encodeURI(path)}/login`, server.base),
    headers: { ...server.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ role, jwt }),
    ...(server.ca && { ca: server.ca }),
  }
  return (await ask({ ...service, judge }, call, Login, options)).auth.client_token
}

const hintsOf = (hint: string) => ({ credentials: hint, denied: hint, missing: hint, disabled: hint })
