import { z } from 'zod'
import { type Environment, variable } from '../environment.ts'
import { githubIdToken } from '../github-id-token.ts'
import { ask } from '../http/ask.ts'
import { formCall } from '../http/form.ts'
import { noCredentials } from '../http/no-credentials.ts'
import { secretFile } from '../http/secret-file.ts'
import { secureUrl } from '../http/secure-url.ts'
import { tokenService } from '../http/token-service.ts'
import type { KmsOptions } from '../options.ts'

const Token = z.object({ access_token: z.string().min(1) })

/** An access token for Azure: one that is there, or one for an application by its secret, its federated token, or the identity of the job. */
export async function azureToken(environment: Environment, scope: string, options: KmsOptions): Promise<string> {
  const given = variable(environment, 'AZURE_ACCESS_TOKEN')
  if (given !== undefined) return given
  const [tenant, client] = [variable(environment, 'AZURE_TENANT_ID'), variable(environment, 'AZURE_CLIENT_ID')]
  const proof = tenant && client ? await proofOf(environment, options) : undefined
  if (tenant === undefined || client === undefined || proof === undefined)
    throw noCredentials(
      'Azure',
      'Set AZURE_TENANT_ID and AZURE_CLIENT_ID in a job with `permissions: id-token: write`, or AZURE_CLIENT_SECRET with them',
    )
  const authority = variable(environment, 'AZURE_AUTHORITY_HOST') ?? 'https://login.microsoftonline.com'
  const url = new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, secureUrl(authority, 'AZURE_AUTHORITY_HOST'))
  const service = tokenService(
    'Microsoft Entra ID',
    Object.values(proof),
    `Check the secret of the application ${client}, or let its federated credential name this repository and its branch or environment`,
  )
  const call = formCall(url, { grant_type: 'client_credentials', client_id: client, scope, ...proof })
  return (await ask(service, call, Token, options)).access_token
}

/** What proves that we are the application (RFC 6749 §2.3.1, RFC 7523 §2.2). */
async function proofOf(environment: Environment, options: KmsOptions): Promise<Record<string, string> | undefined> {
  const secret = variable(environment, 'AZURE_CLIENT_SECRET')
  if (secret !== undefined) return { client_secret: secret }
  const file = variable(environment, 'AZURE_FEDERATED_TOKEN_FILE')
  const assertion =
    file === undefined
      ? await githubIdToken(environment, 'api://AzureADTokenExchange', options)
      : await secretFile(file, 'AZURE_FEDERATED_TOKEN_FILE')
  if (assertion === undefined) return undefined
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }
}
