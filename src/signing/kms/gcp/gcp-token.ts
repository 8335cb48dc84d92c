import { z } from 'zod'
import { type Environment, variable } from '../environment.ts'
import { noCredentials } from '../http/no-credentials.ts'
import { secretFile } from '../http/secret-file.ts'
import type { KmsOptions } from '../options.ts'
import { fromExternalAccount } from './from-external-account.ts'
import { fromServiceAccount } from './from-service-account.ts'
import { wrongFile } from './wrong-file.ts'

const FILE = 'GOOGLE_APPLICATION_CREDENTIALS'

/** An access token for Google Cloud: one that is there, or one for the credentials file that google-github-actions/auth writes. */
export async function gcpToken(environment: Environment, options: KmsOptions): Promise<string> {
  const given =
    variable(environment, 'GOOGLE_OAUTH_ACCESS_TOKEN') ?? variable(environment, 'CLOUDSDK_AUTH_ACCESS_TOKEN')
  if (given !== undefined) return given
  const path = variable(environment, FILE)
  if (path === undefined)
    throw noCredentials('Google Cloud', `Run google-github-actions/auth in a step before, or set ${FILE}`)
  const file = parsed(await secretFile(path, FILE))
  const type = z.object({ type: z.string() }).safeParse(file).data?.type
  if (type === 'service_account') return fromServiceAccount(file, options)
  if (type === 'external_account') return fromExternalAccount(file, options)
  throw wrongFile(type === undefined ? 'none of them' : `one of type ${type.slice(0, 40)}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrongFile('no JSON')
  }
}
