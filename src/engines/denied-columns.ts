import type { TypedColumn } from '../core/pushdown/dialect.ts'
import type { EngineSession } from '../ports/engine.ts'

/** Columns at most that are asked about one by one. */
const MOST = 500

/**
 * The columns that a job names, and an engine that hides what may not be read does not list: they are there, and why they may not be read is
 * told of each.
 */
export async function deniedColumns(session: EngineSession, named: readonly string[]): Promise<TypedColumn[]> {
  if (!session.denied) return []
  const known = new Set(session.columns.map(({ name }) => name.toLowerCase()))
  const unlisted = [...new Set(named)].filter(name => !known.has(name.toLowerCase())).slice(0, MOST)
  return (await session.denied(unlisted)).map(column => ({ ...column, kind: 'other' }))
}
