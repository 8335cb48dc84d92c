import { UserError } from '../../core/user-error.ts'
import type { EngineLimits } from '../engine-limits.ts'

/** Where the Thrift server of a Spark is, and as whom it is asked. */
export interface SparkConnection {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly limits: EngineLimits
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal
  end(): void
}

/** Where a Thrift server answers unless told otherwise (hive.server2.thrift.http.path). */
const PATH = '/cliservice'

/** Credentials come from the environment alone, and travel over https alone. */
export function sparkConnection(
  address: string,
  {
    PROOFMARK_SPARK_USER: user = 'proofmark',
    PROOFMARK_SPARK_PASSWORD: password,
  }: Readonly<Record<string, string | undefined>>,
  limits: EngineLimits,
): SparkConnection {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      'engine.url',
      "Expected the address of a Spark's Thrift server, such as https://spark.example:10001/cliservice, but found another",
      { hint: 'Keep credentials out of it: they are read from PROOFMARK_SPARK_USER and PROOFMARK_SPARK_PASSWORD' },
    )
  }
  if (password && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a password to send',
      { hint: 'Use https, or unset PROOFMARK_SPARK_PASSWORD' },
    )
  }
  if (url.pathname === '/') url.pathname = PATH
  const ended = new AbortController()
  return {
    url,
    limits,
    signal: ended.signal,
    end: () => ended.abort(),
    headers: {
      'content-type': 'application/x-thrift',
      accept: 'application/x-thrift',
      // Who is asked for no password is asked for a name all the same.
      authorization: `Basic ${Buffer.from(`${user}:${password ?? 'none'}`).toString('base64')}`,
    },
  }
}
