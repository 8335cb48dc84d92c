import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Statement } from '../../core/pushdown/statement.ts'
import type { EngineProgress } from '../../ports/engine.ts'
import { briefly, timeLimit } from '../time-limit.ts'
import { askDatabricks } from './ask-databricks.ts'
import type { DatabricksConnection } from './databricks-connection.ts'
import { StatementAnswer, StatementChunk } from './statement-answer.ts'

/** How long a statement is waited for before it is said that it goes on: not for longer, as nothing can be cancelled before. */
const WAIT = '5s'
/** Milliseconds between two questions how far it is, at most. */
const PAUSE = 2000
/** Bytes of cells that may come in one piece: more than 25 MiB are refused. */
const INLINE = 25 * 1024 * 1024

/** Sends a statement, and fetches what it gives to the end, piece by piece; cancelled where nobody waits for it any more. */
export async function runStatement(
  connection: DatabricksConnection,
  { sql, rows: most }: Statement,
  hears: (progress: EngineProgress) => void,
) {
  const { limits, warehouse, signal } = connection
  const limit = timeLimit(limits.seconds)
  const { signal: late } = limit
  if (signal.aborted) throw new Error('it was cancelled')
  let answer = await askDatabricks(connection, {
    path: '',
    signal: late,
    schema: StatementAnswer,
    body: {
      warehouse_id: warehouse,
      statement: sql,
      wait_timeout: WAIT,
      on_wait_timeout: 'CONTINUE',
      disposition: 'INLINE',
      format: 'JSON_ARRAY',
      row_limit: most + 1,
      byte_limit: Math.min(limits.bytes, INLINE),
    },
  }).catch(cause => {
    throw limit.why(cause)
  })
  const { statement_id: id } = answer
  try {
    for (let pause = 100; ; pause = Math.min(PAUSE, 2 * pause)) {
      if (signal.aborted) throw new Error('it was cancelled')
      const { state, error } = answer.status
      hears({ stage: state })
      if (state === 'SUCCEEDED') return { rows: await fetched(), id }
      if (state !== 'PENDING' && state !== 'RUNNING') {
        const said = [error?.error_code, error?.message?.split('\n')[0]].filter(part => part).join(': ')
        throw new Error(`the statement is ${state}${said ? `: ${said}` : ''}`.slice(0, 500))
      }
      if (limit.isOver()) throw new Error(`it took more than ${limits.seconds} s`)
      await wait(pause, undefined, { signal })
      answer = await askDatabricks(connection, { path: `/${id}`, schema: StatementAnswer, signal: late })
      if (answer.statement_id !== id) throw new Error('the server answered for another statement')
    }
  } catch (cause) {
    await cancel()
    throw signal.aborted ? new Error('it was cancelled', { cause }) : limit.why(cause)
  }

  async function fetched(): Promise<(string | null)[][]> {
    const { manifest } = answer
    if (manifest?.truncated)
      throw new Error(`it gave more than ${most} rows or ${Math.min(limits.bytes, INLINE)} bytes`)
    const rows: (string | null)[][] = []
    let bytes = 0
    let chunk = answer.result ?? undefined
    for (let index = 0; chunk; index++) {
      if (chunk.chunk_index !== index || chunk.row_offset !== rows.length)
        throw new Error('the server answered with another piece than was asked for')
      for (const row of chunk.data_array ?? []) {
        rows.push(row)
        for (const cell of row) bytes += cell?.length ?? 0
      }
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      if (bytes > limits.bytes) throw new Error(`it gave more than ${limits.bytes} bytes`)
      if (signal.aborted) throw new Error('it was cancelled')
      if (chunk.next_chunk_index == null) break
      if (chunk.next_chunk_index !== index + 1) throw new Error('the server left out a piece')
      chunk = await askDatabricks(connection, {
        path: `/${id}/result/chunks/${index + 1}`,
        schema: StatementChunk,
        signal: late,
      })
    }
    if (manifest?.total_row_count !== rows.length)
      throw new Error(`it said that it has ${manifest?.total_row_count ?? 'no'} rows but gave ${rows.length}`)
    return rows
  }

  /** What has ended stays as it is. */
  async function cancel(): Promise<void> {
    if (answer.status.state !== 'PENDING' && answer.status.state !== 'RUNNING') return
    await askDatabricks(connection, {
      path: `/${id}/cancel`,
      body: {},
      schema: z.unknown(),
      signal: briefly(),
    }).catch(() => undefined)
  }
}
