import { setTimeout as wait } from 'node:timers/promises'
import type { Statement } from '../../core/pushdown/statement.ts'
import type { EngineProgress } from '../../ports/engine.ts'
import { briefly, timeLimit } from '../time-limit.ts'
import { callService, faultIn } from './call-service.ts'
import { readRows } from './read-rows.ts'
import { type SparkSession, writeId } from './session.ts'
import { bytesIn, numberIn, structIn, textIn } from './thrift/field-of.ts'
import type { ThriftStruct } from './thrift/thrift-type.ts'
import { type Written, writeBool, writeInt, writeLong, writeStruct, writeText } from './thrift/write-thrift.ts'

/** `TOperationState`, by number. */
const STATES = [
  'INITIALIZED',
  'RUNNING',
  'FINISHED',
  'CANCELED',
  'CLOSED',
  'ERROR',
  'UNKNOWN',
  'PENDING',
  'TIMEDOUT',
] as const
/** Rows of one answer. */
const PAGE = 10_000
/** Milliseconds between two questions how far it is; a server may take longer to answer. */
const PAUSE = 250

/** Sends a statement, and fetches what it gives to the end; cancelled where nobody waits for it any more. */
export async function runStatement(
  { signal, ...connection }: SparkSession,
  { sql, rows: most }: Statement,
  hears: (progress: EngineProgress) => void,
) {
  const { limits, handle } = connection
  const limit = timeLimit(limits.seconds)
  const session = { ...connection, signal: AbortSignal.any([signal, limit.signal]) }
  const begun = await callService(
    session,
    'ExecuteStatement',
    writeStruct({ 1: handle, 2: writeText(sql), 4: writeBool(true), 5: writeLong(Math.ceil(limits.seconds)) }),
  ).catch(cause => {
    throw signal.aborted ? cause : limit.why(cause)
  })
  const operation = structIn(begun, 2)
  const request = writeOperation(operation)
  try {
    await finished()
    const rows = await fetched()
    return { rows, id: uuidOf(structIn(operation, 1)) }
  } catch (cause) {
    await onItsOwn('CancelOperation')
    throw signal.aborted ? new Error('it was cancelled', { cause }) : limit.why(cause)
  } finally {
    await onItsOwn('CloseOperation')
  }

  async function finished(): Promise<void> {
    for (let pause = 5; ; pause = Math.min(PAUSE, 2 * pause)) {
      const answer = await callService(session, 'GetOperationStatus', writeStruct({ 1: request }))
      const state = STATES[numberIn(answer, 2) ?? 6] ?? 'UNKNOWN'
      hears({ stage: state })
      if (state === 'FINISHED') return
      if (limit.isOver() || state === 'TIMEDOUT') throw new Error(`it took more than ${limits.seconds} s`)
      if (state !== 'INITIALIZED' && state !== 'RUNNING' && state !== 'PENDING')
        throw new Error(state === 'ERROR' ? faultIn(textIn(answer, 5) ?? '') : `the server says that it is ${state}`)
      await wait(pause, undefined, { signal: session.signal })
    }
  }

  async function fetched(): Promise<(string | null)[][]> {
    const rows: (string | null)[][] = []
    let bytes = 0
    for (;;) {
      const asked = { 1: request, 2: writeInt(0), 3: writeLong(Math.min(PAGE, most + 1 - rows.length)) }
      const page = readRows(structIn(await callService(session, 'FetchResults', writeStruct(asked)), 3))
      // Whether there are more rows the server does not know.
      if (page.length === 0) return rows
      for (const row of page) {
        rows.push(row)
        for (const cell of row) bytes += cell?.length ?? 0
      }
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      if (bytes > limits.bytes) throw new Error(`it gave more than ${limits.bytes} bytes`)
    }
  }

  /** Whoever waits: the server is told. */
  async function onItsOwn(name: 'CancelOperation' | 'CloseOperation'): Promise<void> {
    await callService({ ...session, signal: briefly() }, name, writeStruct({ 1: request })).catch(() => undefined)
  }
}

function writeOperation(operation: ThriftStruct | undefined): Written {
  const type = numberIn(operation, 2)
  return writeStruct({ 1: writeId(structIn(operation, 1)), 2: writeInt(type ?? 0), 3: writeBool(true) })
}

/** The id under which Spark shows a statement. */
function uuidOf(id: ThriftStruct | undefined): string {
  const hex = Buffer.from(bytesIn(id, 1) ?? []).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
