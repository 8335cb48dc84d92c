import { UserError } from '../core/user-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Where lakeFS is, and what is said to it with every request. */
export interface Connection {
  /** Its address without `/api/v1`, credentials and a slash at the end: for messages too. */
  readonly server: string
  readonly authorization: string
}

/** lakeFS by the environment, under our names or lakectl's: none but it says where, so that no settings file can send the credentials elsewhere. */
export function connectionFrom(environment: Environment): Connection {
  const address = environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL
  const id = environment.LAKEFS_ACCESS_KEY_ID || environment.LAKECTL_CREDENTIALS_ACCESS_KEY_ID
  const secret = environment.LAKEFS_SECRET_ACCESS_KEY || environment.LAKECTL_CREDENTIALS_SECRET_ACCESS_KEY
  if (!address)
    throw fault('address', 'Expected the address of lakeFS in LAKEFS_ENDPOINT but found none', {
      hint: 'Set it, e.g. LAKEFS_ENDPOINT=https://lakefs.example.com, or lakectl’s LAKECTL_SERVER_ENDPOINT_URL',
    })
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    throw fault('address', 'Expected LAKEFS_ENDPOINT to be an http or https address without credentials', {
      hint: 'e.g. LAKEFS_ENDPOINT=https://lakefs.example.com',
    })
  if (!id || !secret)
    throw fault(
      'credentials',
      `Expected an access key for lakeFS but found ${id || secret ? 'one half of it' : 'none'}`,
      {
        hint: 'Set LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY, or lakectl’s LAKECTL_CREDENTIALS_ACCESS_KEY_ID and LAKECTL_CREDENTIALS_SECRET_ACCESS_KEY',
      },
    )
  return {
    server: `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}`,
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  }
}

const fault = (code: string, message: string, { hint }: { hint: string }) =>
  new UserError(`lakefs.${code}`, message, { kind: 'environment', hint })
