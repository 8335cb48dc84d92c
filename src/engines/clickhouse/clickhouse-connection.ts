import { UserError } from '../../core/user-error.ts'
import type { EngineLimits } from '../engine-limits.ts'

/** Where a ClickHouse is, and as whom it is asked. */
export interface ClickhouseConnection {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly limits: EngineLimits
  /** Settings of every statement. */
  readonly settings: Readonly<Record<string, string>>
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal
  close(): void
}

/** What statements mean must not depend on the profile of who asks. */
export const SEMANTICS: Readonly<Record<string, string>> = {
  // A name of the table comes before one that a statement gives.
  prefer_column_name_to_alias: '1',
  // The least of no rows is none, and not 0.
  aggregate_functions_null_for_empty: '1',
  count_distinct_implementation: 'uniqExact',
  // Plans of many columns are long.
  max_query_size: '20000000',
  max_ast_elements: '10000000',
  max_expanded_ast_elements: '10000000',
}

/** Nothing may be left out in silence. */
const WHOLE: Readonly<Record<string, string>> = Object.fromEntries([
  ...['read', 'group_by', 'sort', 'result', 'timeout', 'distinct', 'set', 'join'].map(what => [
    `${what}_overflow_mode`,
    'throw',
  ]),
  ['skip_unavailable_shards', '0'],
  ['limit', '0'],
  ['offset', '0'],
])

/** Credentials come from the environment alone, and travel over https alone. */
export function clickhouseConnection(
  address: string,
  {
    PROOFMARK_CLICKHOUSE_USER: user,
    PROOFMARK_CLICKHOUSE_PASSWORD: password,
  }: Readonly<Record<string, string | undefined>>,
  limits: EngineLimits,
  semantics: Readonly<Record<string, string>> = SEMANTICS,
): ClickhouseConnection {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      'engine.url',
      'Expected the address of a ClickHouse, such as https://clickhouse.example:8443, but found another',
      {
        hint: 'Keep credentials out of it: they are read from PROOFMARK_CLICKHOUSE_USER and PROOFMARK_CLICKHOUSE_PASSWORD',
      },
    )
  }
  if (password && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a password to send',
      { hint: 'Use https, or unset PROOFMARK_CLICKHOUSE_PASSWORD' },
    )
  }
  const ended = new AbortController()
  return {
    url,
    limits,
    signal: ended.signal,
    close: () => ended.abort(),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(user ? { 'x-clickhouse-user': user } : {}),
      ...(password ? { 'x-clickhouse-key': password } : {}),
    },
    settings: {
      // Statements may read, and set how they do.
      readonly: '2',
      max_execution_time: String(limits.seconds),
      max_result_bytes: String(limits.bytes),
      ...(limits.scannedBytes === undefined ? {} : { max_bytes_to_read: String(limits.scannedBytes) }),
      cancel_http_readonly_queries_on_client_close: '1',
      ...WHOLE,
      ...semantics,
    },
  }
}
