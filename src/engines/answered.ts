import type { Asking } from '../core/pushdown/statement.ts'
import type { EngineProgress, EngineSession } from '../ports/engine.ts'
import { whileRunning } from './while-running.ts'

/** Who hears of statements, and where their ids are kept. */
export interface Answering {
  progress(message: string): void
  readonly queries: string[]
}

/** Asks an engine what a plan wants to know, one statement after another. */
export async function answered<Result>(
  session: EngineSession,
  asking: Asking<Result>,
  { progress, queries }: Answering,
): Promise<Result> {
  for (let next = asking.next(); ; ) {
    if (next.done) return next.value
    const told = `${session.version}: ${next.value.purpose}`
    progress(told)
    const { rows, id } = await whileRunning(
      session.cancel ?? session.close,
      session.query(next.value, so => progress([told, ...wordsOf(so)].join(', '))),
    )
    if (id !== undefined) queries.push(id)
    next = asking.next(rows)
  }
}

const wordsOf = ({ share, rows, bytes, stage }: EngineProgress): string[] => [
  ...(stage === undefined ? [] : [stage]),
  ...(share === undefined ? [] : [`${Math.round(100 * share)} %`]),
  ...(rows === undefined ? [] : [`${rows} rows`]),
  ...(bytes === undefined ? [] : [`${Math.round(bytes / 1e6)} MB`]),
]
