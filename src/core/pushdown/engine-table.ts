/** Engines that tables may be on. */
export const ENGINES = ['duckdb', 'trino', 'clickhouse', 'postgres', 'spark', 'databricks'] as const
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
  /** The state that is measured, of a table that keeps its former ones: the id of a snapshot, a version, a branch or a tag. */
  readonly snapshot?: string | undefined
  /** Or the state it was in at this time, ISO 8601. */
  readonly asOf?: string | undefined
  /** A column whose values say which partition a row is of: each is measured once, as long as it stays as it is. */
  readonly partition?: string | undefined
  /** The file that keeps what was measured of the partitions, from run to run. */
  readonly states?: string | undefined
  /** Rows and bytes above which it is not begun, by the engine's own estimate. */
  readonly maxRows?: number | undefined
  readonly maxBytes?: number | undefined
}

/** What an address says besides, by its name there. */
const NAMES = {
  table: 'table',
  key: 'key',
  snapshot: 'snapshot',
  'as-of': 'asOf',
  partition: 'partition',
  states: 'states',
  'max-rows': 'maxRows',
  'max-bytes': 'maxBytes',
} as const satisfies Readonly<Record<string, Exclude<keyof EngineTable, 'engine' | 'url'>>>
type Name = keyof typeof NAMES
const isName = (text: string): text is Name => Object.hasOwn(NAMES, text)

/** What stands in place of a path: `trino:https://host:8443?table=hive.risk.credit&key=id`. */
export function engineAddress({ engine, url, ...table }: EngineTable): string {
  const query = Object.entries(NAMES).flatMap(([name, key]) => {
    const value = table[key]
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]
  })
  return `${engine}:${url}?${query.join('&')}`
}

const ADDRESS = new RegExp(`^(?<engine>${ENGINES.join('|')}):(?<url>[^?#]+)\\?(?<query>.+)$`)

/** Whether what stands in place of a path is a table on an engine. */
export const isEngineAddress = (path: string): boolean => ENGINES.some(engine => path.startsWith(`${engine}:`))

/** The table that an address names; undefined where it is none of this form. */
export function readEngineAddress(path: string): EngineTable | undefined {
  const found = ADDRESS.exec(path)?.groups
  const engine = ENGINES.find(name => name === found?.engine)
  if (!found?.url || !engine) return undefined
  const parts = new Map<Name, string>()
  for (const part of (found.query ?? '').split('&')) {
    const [name = '', value = ''] = part.split('=', 2)
    if (!isName(name) || value === '' || parts.has(name)) return undefined
    parts.set(name, decoded(value))
  }
  const table = parts.get('table')
  const [maxRows, maxBytes] = [limitIn(parts.get('max-rows')), limitIn(parts.get('max-bytes'))]
  if (table === undefined || Number.isNaN(maxRows) || Number.isNaN(maxBytes)) return undefined
  if (parts.has('as-of') && (parts.has('snapshot') || !isTime(parts.get('as-of') ?? ''))) return undefined
  if (parts.has('partition') !== parts.has('states')) return undefined
  const texts = Object.fromEntries([...parts].map(([name, value]) => [NAMES[name], value]))
  return {
    ...texts,
    engine,
    url: found.url,
    table,
    ...(maxRows === undefined ? {} : { maxRows }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  }
}

/** A time with its zone, as settings write it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/
export const isTime = (text: string): boolean => TIME.test(text) && !Number.isNaN(Date.parse(text))

const limitIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
