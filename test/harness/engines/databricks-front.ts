import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { runStatement } from '../../../src/engines/spark/run-statement.ts'
import { openSession } from '../../../src/engines/spark/session.ts'
import { sparkConnection } from '../../../src/engines/spark/spark-connection.ts'

/** The SQL statement API of Databricks, as far as Proofmark speaks it, before a real Spark: https://docs.databricks.com/api/workspace/statementexecution */
export interface DatabricksFront {
  /** Of its warehouse. */
  readonly url: string
  /** All statements that it was asked for. */
  readonly statements: readonly string[]
  /** Ids of those that it was told to end. */
  readonly canceled: readonly string[]
  /** Runs a statement of any kind in its session. */
  run(sql: string): Promise<void>
  close(): Promise<void>
}

/** How the front behaves besides. */
export interface FrontOptions {
  /** Milliseconds after which it is said that a statement goes on, whatever is asked for. */
  readonly patience?: number
  /** Rows of one piece. */
  readonly piece?: number
  /** Settings of its sessions: a workspace has its own. */
  readonly settings?: Readonly<Record<string, string>>
  /** A column that nobody may read: statements that name it are refused, and those that ask for all. */
  readonly denied?: string
}

const Request = z.strictObject({
  warehouse_id: z.literal('0123456789abcdef'),
  statement: z.string(),
  wait_timeout: z.string().regex(/^(0|[5-9]|[1-4]\d|50)s$/),
  on_wait_timeout: z.enum(['CONTINUE', 'CANCEL']),
  disposition: z.literal('INLINE'),
  format: z.literal('JSON_ARRAY'),
  row_limit: z.int().positive(),
  byte_limit: z
    .int()
    .positive()
    .max(25 * 1024 * 1024),
})

interface Running {
  state: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED'
  rows: (string | null)[][]
  truncated: boolean
  message: string
  done: Promise<void>
  cancel(): void
}

/** Starts it before the Thrift server of a Spark. */
export async function startDatabricksFront(
  spark: string,
  { patience = 2000, piece = 700, settings = {}, denied }: FrontOptions = {},
): Promise<DatabricksFront> {
  const limits = { seconds: 300, bytes: 64_000_000, memory: '' }
  const statements: string[] = []
  const canceled: string[] = []
  const all = new Map<string, Running>()
  const main = await openSession(sparkConnection(spark, {}, limits), settings)

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const text of request) body += text
    const answer = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const [, id = '', rest] = /^\/api\/2\.0\/sql\/statements(?:\/([^/]+)(\/.*)?)?$/.exec(request.url ?? '') ?? []
    if (request.method === 'POST' && id === '') {
      const read = Request.safeParse(JSON.parse(body))
      if (!read.success) return answer(400, { error_code: 'INVALID_PARAMETER_VALUE', message: read.error.message })
      // Now and then it is too busy.
      if (statements.push(read.data.statement) % 40 === 7)
        return response.writeHead(429, { 'retry-after': '0' }).end('{"error_code":"REQUEST_LIMIT_EXCEEDED"}')
      const own = start(read.data)
      await Promise.race([
        all.get(own)?.done,
        wait(Math.min(patience, 1000 * Number.parseInt(read.data.wait_timeout, 10))),
      ])
      return answer(200, statusOf(own))
    }
    const known = all.get(id)
    if (!known) return answer(404, { error_code: 'NOT_FOUND', message: `The statement ${id} was not found.` })
    if (request.method === 'POST' && rest === '/cancel') {
      canceled.push(id)
      known.cancel()
      return answer(200, {})
    }
    const chunk = /^\/result\/chunks\/(\d+)$/.exec(rest ?? '')?.[1]
    answer(200, chunk === undefined ? statusOf(id) : chunkOf(known, Number(chunk)))
  })

  function start({ statement, row_limit, byte_limit }: z.infer<typeof Request>): string {
    const id = crypto.randomUUID()
    const isDenied =
      denied !== undefined && (statement.includes(`\`${denied}\``) || statement.includes('SELECT * FROM'))
    const ended = new AbortController()
    const one: Running = {
      state: 'RUNNING',
      rows: [],
      truncated: false,
      message: '',
      cancel: () => ended.abort(),
      done: (isDenied
        ? Promise.reject(new Error(`[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Column '${denied}'.`))
        : runStatement({ ...main, signal: ended.signal }, { sql: statement, rows: 1_000_000, purpose: '' }, () => {})
      ).then(
        ({ rows }) => {
          let bytes = 0
          const kept = rows.filter((row, i) => {
            bytes += row.reduce((sum, cell) => sum + (cell?.length ?? 0), 0)
            return i < row_limit && bytes <= byte_limit
          })
          Object.assign(one, { state: 'SUCCEEDED', rows: kept, truncated: kept.length < rows.length })
        },
        cause => {
          Object.assign(one, { state: ended.signal.aborted ? 'CANCELED' : 'FAILED', message: cause.message })
        },
      ),
    }
    all.set(id, one)
    return id
  }

  function statusOf(id: string) {
    const { state, rows, truncated, message } = all.get(id) ?? {
      state: 'CLOSED',
      rows: [],
      truncated: false,
      message: '',
    }
    return {
      statement_id: id,
      status: { state, ...(state === 'FAILED' ? { error: { error_code: 'BAD_REQUEST', message } } : {}) },
      ...(state === 'SUCCEEDED'
        ? {
            manifest: { format: 'JSON_ARRAY', total_row_count: rows.length, truncated },
            result: chunkOf({ rows }, 0),
          }
        : {}),
    }
  }

  function chunkOf({ rows }: Pick<Running, 'rows'>, index: number) {
    const from = index * piece
    const data = rows.slice(from, from + piece)
    return {
      chunk_index: index,
      row_offset: from,
      row_count: data.length,
      ...(data.length > 0 ? { data_array: data } : {}),
      ...(from + piece < rows.length
        ? {
            next_chunk_index: index + 1,
            next_chunk_internal_link: `/api/2.0/sql/statements/x/result/chunks/${index + 1}`,
          }
        : {}),
    }
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/sql/1.0/warehouses/0123456789abcdef`,
    statements,
    canceled,
    run: async sql => {
      await runStatement(main, { sql, rows: 1, purpose: '' }, () => {})
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
