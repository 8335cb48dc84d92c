import { UserError } from '../../core/user-error.ts'
import type { EngineLimits } from '../engine-limits.ts'

/** Where a Trino is, and as whom it is asked. */
export interface TrinoConnection {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly limits: EngineLimits
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal
  close(): void
}

/** Credentials come from the environment alone, and travel over https alone. */
export function trinoConnection(
  address: string,
  {
    PROOFMARK_TRINO_USER: user = 'proofmark',
    PROOFMARK_TRINO_PASSWORD: password,
    PROOFMARK_TRINO_TOKEN: token,
  }: Readonly<Record<string, string | undefined>>,
  limits: EngineLimits,
): TrinoConnection {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      'engine.url',
      `Expected the address of a Trino, such as https://trino.example:8443, but found another`,
      {
        hint: 'Keep credentials out of it: they are read from PROOFMARK_TRINO_USER, PROOFMARK_TRINO_PASSWORD or PROOFMARK_TRINO_TOKEN',
      },
    )
  }
  const secret = token
    ? `Bearer ${token}`
    : password
      ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
      : undefined
  if (secret && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a password or token to send',
      {
        hint: 'Use https, or unset PROOFMARK_TRINO_PASSWORD and PROOFMARK_TRINO_TOKEN',
      },
    )
  }
  const ended = new AbortController()
  return {
    url,
    limits,
    signal: ended.signal,
    close: () => ended.abort(),
    headers: {
      'x-trino-user': user,
      'x-trino-source': 'proofmark',
      'x-trino-time-zone': 'UTC',
      'x-trino-session': [
        `query_max_run_time=${limits.seconds}s`,
        `query_max_execution_time=${limits.seconds}s`,
        ...(limits.scannedBytes === undefined ? [] : [`query_max_scan_physical_bytes=${limits.scannedBytes}B`]),
      ].join(','),
      ...(secret ? { authorization: secret } : {}),
    },
  }
}
