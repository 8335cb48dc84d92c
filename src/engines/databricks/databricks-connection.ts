import { UserError } from '../../core/user-error.ts'
import type { EngineLimits } from '../engine-limits.ts'

/** A warehouse of a Databricks workspace, and as whom it is asked. */
export interface DatabricksConnection {
  readonly url: URL
  readonly warehouse: string
  readonly headers: Readonly<Record<string, string>>
  readonly limits: EngineLimits
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal
  end(): void
}

/** What a workspace shows as the HTTP path of a warehouse. */
const PATH = /^\/sql\/(?:1\.0|protocolv1)\/(?:warehouses|endpoints)\/([0-9A-Za-z_-]{1,100})\/?$/

/** The token comes from the environment alone, and travels over https and to the host of the settings alone. */
export function databricksConnection(
  address: string,
  { DATABRICKS_TOKEN: token }: Readonly<Record<string, string | undefined>>,
  limits: EngineLimits,
): DatabricksConnection {
  const url = URL.parse(address)
  const warehouse = PATH.exec(url?.pathname ?? '')?.[1]
  if (!url || !warehouse || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UserError(
      'engine.url',
      'Expected the address of a warehouse of Databricks, such as https://adb-123.4.azuredatabricks.net/sql/1.0/warehouses/0123456789abcdef, but found another',
      {
        hint: "Write https://, the warehouse's server hostname and its HTTP path. Keep the token out of it: it is read from DATABRICKS_TOKEN",
      },
    )
  }
  if (token && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a token to send',
      {
        hint: 'Use https, or unset DATABRICKS_TOKEN',
      },
    )
  }
  const ended = new AbortController()
  return {
    url,
    warehouse,
    limits,
    signal: ended.signal,
    end: () => ended.abort(),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'proofmark',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  }
}
