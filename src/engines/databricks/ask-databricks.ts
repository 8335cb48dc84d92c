import type { z } from 'zod'
import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { send } from '../../http/send.ts'
import { textOf } from '../../http/text-of.ts'
import { isBusy, waitFor } from '../../http/waits.ts'
import type { DatabricksConnection } from './databricks-connection.ts'
import { StatementFault } from './statement-answer.ts'

/** Milliseconds without a byte: it says after some seconds that it is still at it. */
const IDLE = 60_000
/** How often it is asked where it is busy. */
const TRIES = 6
/** Bytes of one answer: those that come in one piece have 25 MiB of cells at most. */
const ANSWER = 64_000_000

/** What is asked of the statement API. */
export interface Asked<Schema extends z.ZodType> {
  /** Below `/api/2.0/sql/statements`. */
  readonly path: string
  readonly body?: object
  readonly schema: Schema
  /** Aborted when the answer is waited for no longer. */
  readonly signal: AbortSignal
}

/** One answer of the SQL statement API, asked for again where the warehouse is busy. */
export async function askDatabricks<Schema extends z.ZodType>(
  { url, headers }: Pick<DatabricksConnection, 'url' | 'headers'>,
  { path, body, schema, signal }: Asked<Schema>,
): Promise<z.infer<Schema>> {
  const to = new URL(`/api/2.0/sql/statements${path}`, url)
  const method = body === undefined ? 'GET' : 'POST'
  const bytes = body && Buffer.from(JSON.stringify(body))
  for (let tried = 1; ; tried++) {
    const answer = await send({ url: to, method, headers, body: bytes, idle: IDLE, signal }).catch(cause => {
      const { found, hint } = connectionFault(cause)
      if (path !== '') throw new Error(found, { cause })
      throw new UserError('engine.connection', `Expected Databricks to answer at ${url.origin} but found ${found}`, {
        kind: 'environment',
        hint,
        cause,
      })
    })
    const { status, headers: told } = answer
    const { text, whole } = await textOf(answer, ANSWER)
    if (status === 200 && whole) {
      const read = schema.safeParse(parsed(text))
      if (read.success) return read.data
      throw new Error('the server answered with what is no answer of the statement API')
    }
    if (!whole) throw new Error(`it gave more than ${ANSWER} bytes at once`)
    // What was turned away was not begun; of other faults of a server nobody knows.
    const mayTry = (method === 'GET' ? isBusy(status) : status === 429 || status === 503) && tried < TRIES
    if (mayTry && (await waitFor(tried, told['retry-after'], 1000))) continue
    const fault = StatementFault.safeParse(parsed(text)).data
    const said = [fault?.error_code, fault?.message].filter(part => part).join(': ')
    if (status === 401 || status === 403) throw refused(url, said || String(status))
    throw new Error(said ? said.slice(0, 500) : `the server answered ${status}`)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refused = (url: URL, said: string): UserError =>
  new UserError(
    'engine.permission',
    `Expected Databricks at ${url.origin} to let us in but found: ${said}`.slice(0, 500),
    { kind: 'environment', hint: 'Check DATABRICKS_TOKEN, and grant CAN USE on the warehouse to whom it belongs' },
  )
