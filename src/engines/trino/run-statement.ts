import type { Statement } from '../../core/pushdown/statement.ts'
import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { send } from '../../http/send.ts'
import { textOf } from '../../http/text-of.ts'
import { isBusy, waitFor } from '../../http/waits.ts'
import type { EngineProgress } from '../../ports/engine.ts'
import { briefly, timeLimit } from '../time-limit.ts'
import { StatementPage } from './statement-page.ts'
import type { TrinoConnection } from './trino-connection.ts'

/** Milliseconds without a byte: Trino answers within a second or so, that it is still at it. */
const IDLE = 60_000
/** How often a page is asked for where the server is busy. */
const TRIES = 5
/** Bytes of one page. */
const PAGE = 32_000_000

/** Sends a statement, and follows its pages to the end; cancelled where nobody waits for them any more. */
export async function runStatement(
  { url, headers, limits, signal }: TrinoConnection,
  { sql, rows: most }: Statement,
  hears: (progress: EngineProgress) => void,
) {
  const limit = timeLimit(limits.seconds)
  const rows: (string | null)[][] = []
  let columns: readonly { readonly name: string; readonly type: string }[] = []
  let bytes = 0
  let page = await ask(new URL('/v1/statement', url), 'POST', Buffer.from(sql)).catch(cause => {
    throw limit.why(cause)
  })
  try {
    for (;;) {
      const { nextUri, stats } = page
      if (page.error) throw failed(page.error)
      columns = page.columns ?? columns
      for (const row of page.data ?? []) rows.push(row.map(cell => (cell === null ? null : String(cell))))
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      hears({
        stage: stageOf(stats),
        ...(stats.processedRows === undefined ? {} : { rows: stats.processedRows }),
        ...(stats.processedBytes === undefined ? {} : { bytes: stats.processedBytes }),
        ...(stats.progressPercentage === undefined ? {} : { share: stats.progressPercentage / 100 }),
      })
      if (nextUri === undefined) return { rows, columns, id: page.id, bytes }
      if (signal.aborted) throw new Error('it was cancelled')
      if (limit.isOver()) throw new Error(`it took more than ${limits.seconds} s`)
      page = await ask(sameHost(nextUri), 'GET')
    }
  } catch (cause) {
    await cancel(page.nextUri)
    throw limit.why(cause)
  }

  /** The next page, or why there is none. */
  async function ask(to: URL, method: 'GET' | 'POST', body?: Uint8Array): Promise<StatementPage> {
    for (let tried = 1; ; tried++) {
      const answer = await send({ url: to, method, headers, body, idle: IDLE, signal: limit.signal }).catch(cause => {
        const { found, hint } = connectionFault(cause)
        if (method === 'GET') throw new Error(found, { cause })
        throw new UserError('engine.connection', `Expected Trino to answer at ${url.origin} but found ${found}`, {
          kind: 'environment',
          hint,
          cause,
        })
      })
      const { text, whole } = await textOf(answer, PAGE)
      if (answer.status === 200 && whole) {
        const read = readPage(text)
        if (read.data) bytes += text.length
        if (bytes > limits.bytes) throw new Error(`it gave more than ${limits.bytes} bytes`)
        return read
      }
      if (answer.status === 401 || answer.status === 403) throw refused(answer.status)
      // A statement that was taken on must not be sent twice.
      const mayTry = isBusy(answer.status) && (method === 'GET' || answer.status === 503) && tried < TRIES
      const { 'retry-after': after } = answer.headers
      if (!mayTry || !(await waitFor(tried, after, 1000))) {
        throw new Error(whole ? `the server answered ${answer.status}` : `it gave more than ${PAGE} bytes at once`)
      }
    }
  }

  /** Credentials go to the host of the settings alone, whatever an answer says. */
  function sameHost(text: string): URL {
    const next = URL.parse(text)
    if (next && next.origin === url.origin) return next
    throw new Error(`the server pointed to another address (${next?.origin ?? 'none'})`)
  }

  async function cancel(next: string | undefined): Promise<void> {
    if (next === undefined || URL.parse(next)?.origin !== url.origin) return
    const answer = await send({
      url: new URL(next),
      method: 'DELETE',
      headers,
      idle: IDLE,
      signal: briefly(),
    }).catch(() => undefined)
    answer?.body.destroy()
  }

  function refused(status: number): UserError {
    return new UserError(
      'engine.permission',
      `Expected Trino at ${url.origin} to let us in but it answered ${status}`,
      {
        kind: 'environment',
        hint: 'Check PROOFMARK_TRINO_USER and PROOFMARK_TRINO_PASSWORD, or PROOFMARK_TRINO_TOKEN',
      },
    )
  }
}

/** `RUNNING, 12 of 40 splits`: splits are the parts that Trino cuts the reading into. */
const stageOf = ({ state, completedSplits, totalSplits }: StatementPage['stats']): string =>
  totalSplits ? `${state}, ${completedSplits ?? 0} of ${totalSplits} splits` : state

function readPage(text: string): StatementPage {
  const page = StatementPage.safeParse(parsed(text))
  if (page.success) return page.data
  throw new Error('the server answered with what is no page of its protocol')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function failed({ message, errorName }: NonNullable<StatementPage['error']>): Error {
  return new Error(`${errorName}: ${message}`.slice(0, 500))
}
