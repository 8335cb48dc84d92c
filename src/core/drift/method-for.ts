import { closestMatch } from 'leven'
import type { Settings } from '../settings/schema.ts'
import { UserError } from '../user-error.ts'
import type { Column } from './column.ts'
import { ColumnKind } from './column-kind.ts'
import { type DecidingMethod, isDeciding, type Method } from './method.ts'
import * as methods from './methods/index.ts'
import { quoted } from './quoted.ts'

export const METHODS: readonly Method[] = Object.values(methods)

/** What decides on the distribution of a column of each kind unless the settings choose something else; on other kinds nothing does. */
const USUAL: Partial<Record<ColumnKind, string>> = {
  numeric: methods.percentileShift.id,
  categorical: methods.leCam.id,
  boolean: methods.leCam.id,
  embedding: methods.mmd.id,
}

/** What the rows of a table are called, where they are compared as if they were a column. */
export const ROWS = '(rows)'

type Choice = Settings['drift']['methods']

/** The method that decides on a column's distribution: chosen for its name, else for its kind, else the usual one. */
export function methodFor({ name, kind }: Pick<Column, 'name' | 'kind'>, choice: Choice): DecidingMethod | undefined {
  const key = isKind(name) || !Object.hasOwn(choice, name) ? kind : name
  const id = Object.hasOwn(choice, key) ? choice[key] : USUAL[kind]
  const method = METHODS.find(one => one.id === id)
  if (id === undefined || method === undefined || !decides(method)) return undefined
  if (!method.accepts.includes(kind)) throw unfit(key, kind, method)
  return method
}

/** The largest harmless effect of what was measured: the one named for the column, else for the method, else the usual one. */
export function limitFor(
  { column, method }: { readonly column: Pick<Column, 'name'>; readonly method: DecidingMethod },
  settings: Settings['drift'],
): number {
  if (method.question !== 'distribution') return settings[method.limit]
  const named = [column.name, method.id].find(key => Object.hasOwn(settings.limits, key))
  return (named === undefined ? undefined : settings.limits[named]) ?? method.harmless ?? settings[method.limit]
}

/** Throws where `methods` or `limits` name what is not there. */
export function requireKnownMethods(settings: Settings['drift'], header: readonly string[]): void {
  const { methods: choice, limits, embeddings } = settings
  for (const name of Object.values(embeddings).flat()) {
    if (!header.includes(name)) throw unknown('embeddings', name, 'a compared column', header)
  }
  const columns = [...header, ...Object.keys(embeddings), ROWS]
  const ids = METHODS.filter(decides).map(({ id }) => id)
  for (const key of Object.keys(choice)) {
    if (!isKind(key) && !columns.includes(key)) throw unknown('methods', key, 'a kind or a compared column', columns)
    const method = METHODS.find(({ id }) => id === choice[key])
    if (method && isKind(key) && !method.accepts.includes(key)) throw unfit(key, key, method)
  }
  for (const key of Object.keys(limits)) {
    if (!ids.includes(key) && !columns.includes(key)) {
      throw unknown('limits', key, 'a method or a compared column', [...ids, ...columns])
    }
  }
}

/** Whether a method can decide on distributions, and so be chosen. */
export const decides = (method: Method): method is DecidingMethod =>
  isDeciding(method) && method.question === 'distribution'

const isKind = (key: string): key is ColumnKind => ColumnKind.safeParse(key).success

function unfit(key: string, kind: ColumnKind, { id, accepts }: Method): UserError {
  const fit = METHODS.filter(method => decides(method) && method.accepts.includes(kind)).map(method => method.id)
  return new UserError(
    'drift.unfit-method',
    `Expected a method for a column of kind ${kind} but found ${quoted(id)}, which is for ${accepts.join(', ')} (drift.methods.${key})`,
    { hint: fit.length > 0 ? `Choose one of ${fit.join(', ')}` : `Name the column under 'ignore'` },
  )
}

function unknown(setting: string, key: string, what: string, known: readonly string[]): UserError {
  const meant = closestMatch(key, [...known, ...ColumnKind.options], { maxDistance: Math.ceil(key.length / 3) })
  return new UserError(
    'drift.unknown-key',
    `Expected ${what} under 'drift.${setting}' but found ${quoted(key)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
    { hint: 'Columns are named as in the header, letter by letter' },
  )
}
