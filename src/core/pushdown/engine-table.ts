/** Engines that tables may be on. */
export const ENGINES = ['duckdb', 'trino', 'clickhouse'] as const
export type EngineName = (typeof ENGINES)[number]

/** A table that an engine holds, as the settings name it. */
export interface EngineTable {
  readonly engine: EngineName
  /** Of a server its address; of an embedded engine the file of its database. */
  readonly url: string
  /** With its catalog and schema, separated by dots. */
  readonly table: string
  /** A column of whole numbers, no two alike and none missing: where a row stands. */
  readonly key?: string | undefined
}

/** What stands in place of a path: `trino:https://host:8443?table=hive.risk.credit&key=id`. */
export function engineAddress({ engine, url, table, key }: EngineTable): string {
  const query = Object.entries({ table, key }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `${engine}:${url}?${query.join('&')}`
}

const ADDRESS = new RegExp(`^(?<engine>${ENGINES.join('|')}):(?<url>[^?#]+)\\?(?<query>.+)$`)
const KEYS: ReadonlySet<string> = new Set(['table', 'key'])

/** Whether what stands in place of a path is a table on an engine. */
export const isEngineAddress = (path: string): boolean => ENGINES.some(engine => path.startsWith(`${engine}:`))

/** The table that an address names; undefined where it is none of this form. */
export function readEngineAddress(path: string): EngineTable | undefined {
  const found = ADDRESS.exec(path)?.groups
  const engine = ENGINES.find(name => name === found?.engine)
  if (!found?.url || !engine) return undefined
  const parts = new Map<string, string>()
  for (const part of (found.query ?? '').split('&')) {
    const [name = '', value = ''] = part.split('=', 2)
    if (!KEYS.has(name) || value === '' || parts.has(name)) return undefined
    parts.set(name, decoded(value))
  }
  const table = parts.get('table')
  if (table === undefined) return undefined
  const key = parts.get('key')
  return {
    engine,
    url: found.url,
    table,
    ...(key === undefined ? {} : { key }),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
