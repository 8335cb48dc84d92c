import { randomUUID } from 'node:crypto'
import type { Statement } from '../../core/pushdown/statement.ts'
import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { send } from '../../http/send.ts'
import { textOf } from '../../http/text-of.ts'
import type { EngineProgress } from '../../ports/engine.ts'
import type { ClickhouseConnection } from './clickhouse-connection.ts'
import { StatementAnswer } from './statement-answer.ts'

/** Milliseconds beyond the limit of a statement that its answer may be waited for. */
const GRACE = 10_000

/** Sends a statement, and reads its answer to the end: one that breaks off is none. Cancelled where nobody waits for it any more. */
export async function runStatement(
  { url, headers, settings, limits, signal }: ClickhouseConnection,
  { sql, rows: most }: Statement,
  hears: (progress: EngineProgress) => void,
) {
  const id = `proofmark-${randomUUID()}`
  const whole = { ...settings, max_result_rows: String(most), wait_end_of_query: '1', query_id: id }
  const idle = limits.seconds * 1000 + GRACE
  const ended = new AbortController()
  const late = setTimeout(() => ended.abort(new Error(`it took more than ${limits.seconds} s`)), idle)
  const left = () => ended.abort(new Error('it was cancelled'))
  signal.addEventListener('abort', left, { once: true })
  try {
    const { status, text, isWhole } = await Promise.race([asked(), aborted(ended.signal)])
    if (status === 401 || status === 403 || /^Code: 516\b/.test(text)) throw refused()
    if (!isWhole) throw new Error(`it gave more than ${limits.bytes} bytes`)
    if (status !== 200) throw new Error(faultIn(text) ?? `the server answered ${status}`)
    const { data, meta, statistics } = readAnswer(text)
    if (data.length > most) throw new Error(`it gave more than ${most} rows`)
    const { rows_read: rows, bytes_read: bytes } = statistics ?? {}
    hears({ ...(rows === undefined ? {} : { rows }), ...(bytes === undefined ? {} : { bytes }), share: 1 })
    return { rows: data.map(row => row.map(cell => (cell === null ? null : String(cell)))), columns: meta, id }
  } catch (cause) {
    if (ended.signal.aborted) await cancel()
    throw cause
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', left)
  }

  async function asked() {
    const answer = await send({
      url: at(whole),
      method: 'POST',
      headers,
      body: Buffer.from(`${sql}\nFORMAT JSONCompact`),
      idle,
      signal: ended.signal,
    }).catch(cause => {
      throw new Error(connectionFault(cause).found, { cause })
    })
    ended.signal.addEventListener('abort', () => answer.body.destroy(), { once: true })
    const { text, whole: isWhole } = await textOf(answer, limits.bytes)
    return { status: answer.status, text, isWhole }
  }

  function at(query: Readonly<Record<string, string>>): URL {
    const to = new URL(url)
    to.search = new URLSearchParams(query).toString()
    return to
  }

  /** Who may ask may end what they have asked. */
  async function cancel(): Promise<void> {
    const body = Buffer.from(`KILL QUERY WHERE query_id = '${id}' ASYNC`)
    const answer = await send({ url: at({}), method: 'POST', headers, body, idle: GRACE }).catch(() => undefined)
    answer?.body.destroy()
  }

  function refused(): UserError {
    return new UserError('engine.permission', `Expected ClickHouse at ${url.origin} to let us in but it did not`, {
      kind: 'environment',
      hint: 'Check PROOFMARK_CLICKHOUSE_USER and PROOFMARK_CLICKHOUSE_PASSWORD',
    })
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** An answer that has begun with 200 may still end in a fault: then it is no whole document, or says so. */
function readAnswer(text: string): StatementAnswer {
  const read = StatementAnswer.safeParse(parsed(text))
  if (!read.success) throw new Error(faultIn(text) ?? 'the server answered with what is no whole answer')
  const { exception, data, rows } = read.data
  if (exception !== undefined) throw new Error(faultIn(exception) ?? 'the server broke off')
  if (data.length !== rows) throw new Error('the server answered with fewer rows than it says')
  return read.data
}

/** What ClickHouse says of a fault, without what follows of its version. */
function faultIn(text: string): string | undefined {
  const found = /Code: \d+\. DB::Exception: [^\n]{1,400}/.exec(text)?.[0]
  return found?.replace(/ \(version .*$/, '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
