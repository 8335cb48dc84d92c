import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { send } from '../../http/send.ts'
import { isBusy, waitFor } from '../../http/waits.ts'
import type { SparkConnection } from './spark-connection.ts'
import { listIn, numberIn, structIn, textIn } from './thrift/field-of.ts'
import { readReply } from './thrift/read-thrift.ts'
import type { ThriftStruct } from './thrift/thrift-type.ts'
import { type Written, writeCall } from './thrift/write-thrift.ts'

/** Milliseconds without a byte: a server says within some seconds that it is still at it, but may compile a statement before it says that it has taken it on. */
const IDLE = 120_000
/** How often a server is asked that is busy. */
const TRIES = 5
/** Bytes of one answer. */
const ANSWER = 32_000_000

/** Calls a function of HiveServer2's interface (TCLIService.thrift), by HTTP: the struct that it gives, unless its status says that it has failed. */
export async function callService(
  { url, headers, signal }: Pick<SparkConnection, 'url' | 'headers' | 'signal'>,
  name: string,
  request: Written,
): Promise<ThriftStruct> {
  const body = writeCall(name, request)
  // What is asked for twice must not be begun twice.
  const isSafe = name === 'GetOperationStatus' || name === 'OpenSession'
  for (let tried = 1; ; tried++) {
    const answer = await send({ url, method: 'POST', headers, body, idle: IDLE, signal }).catch(cause => {
      if (signal.aborted) throw new Error('it was cancelled', { cause })
      const { found, hint } = connectionFault(cause)
      if (name !== 'OpenSession') throw new Error(found, { cause })
      throw new UserError(
        'engine.connection',
        `Expected the Thrift server of Spark to answer at ${url.origin} but found ${found}`,
        { kind: 'environment', hint, cause },
      )
    })
    const { bytes, whole } = await bytesOf(answer.body)
    if (answer.status === 200 && whole) return checked(readReply(bytes, name))
    if (answer.status === 401 || answer.status === 403) throw refused(url, answer.status)
    const mayTry = (answer.status === 503 || (isSafe && isBusy(answer.status))) && tried < TRIES
    if (!mayTry || !(await waitFor(tried, answer.headers['retry-after'], 1000)))
      throw new Error(whole ? `the server answered ${answer.status}` : `it gave more than ${ANSWER} bytes at once`)
  }
}

/** `TStatus` is the first field of every answer: 0 and 1 are well, 2 is under way. */
function checked(answer: ThriftStruct): ThriftStruct {
  const status = structIn(answer, 1)
  const code = numberIn(status, 1)
  if (code !== undefined && code <= 2) return answer
  const [more] = listIn(status, 2) ?? []
  const told = textIn(status, 5) ?? (more instanceof Uint8Array ? Buffer.from(more).toString('utf8') : '')
  throw new Error(faultIn(told))
}

/** What Spark says of a fault: the line that has its class, without the classes of Java around it. */
export function faultIn(text: string): string {
  const line = /\[[A-Z][A-Z0-9_.]+\][^\n]*/.exec(text)?.[0] ?? text.split('\n').find(line => line.trim() !== '') ?? ''
  return line.slice(0, 500) || 'the server told of a fault, but not of which'
}

async function bytesOf(body: AsyncIterable<unknown>): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('Expected a body of bytes')
    pieces.push(piece)
    length += piece.length
    if (length > ANSWER) return { bytes: new Uint8Array(), whole: false }
  }
  return { bytes: Buffer.concat(pieces), whole: true }
}

const refused = (url: URL, status: number): UserError =>
  new UserError(
    'engine.permission',
    `Expected the Thrift server of Spark at ${url.origin} to let us in but it answered ${status}`,
    { kind: 'environment', hint: 'Check PROOFMARK_SPARK_USER and PROOFMARK_SPARK_PASSWORD' },
  )
