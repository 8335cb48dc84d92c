import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import postgres from 'postgres'
import type { EngineLimits } from '../engine-limits.ts'
import { cancelStatement } from './cancel-statement.ts'
import { guardedSocket } from './guarded-socket.ts'
import { holdServer } from './messages/hold-server.ts'
import { openSocket } from './open-socket.ts'
import type { PostgresAddress } from './postgres-address.ts'
import { refused } from './refused.ts'

type Query = postgres.PendingQuery<postgres.Row[]>

/** One connection, in one transaction that only reads. */
export interface PostgresConnection {
  /** By which the server knows it, with the number of its process. */
  readonly name: string
  readonly limits: EngineLimits
  /** A statement, not begun yet. */
  unsafe(sql: string): Query
  /** Bytes that have come so far. */
  received(): number
  /** Cancels the statement that is under way, by the server's own way. */
  cancel(): Promise<void>
  /** Ends it at once, whatever is under way, and says why. */
  destroy(cause: Error): void
  close(): Promise<void>
}

/** Sent by the protocol that takes one statement at a time; the library's types do not know of it. */
const AS_ONE = { prepare: false, simple: false }
/** Seconds that a server may take until it has let us in. */
const CONNECT = 30
/** Seconds that it may take to hear that a statement is to be cancelled. */
const CANCEL = 10
/** Seconds that it is given to hear of the end. */
const FAREWELL = 2

/** Opens a connection. It is never opened again: another would see other rows. */
export async function postgresConnection(address: PostgresAddress, limits: EngineLimits): Promise<PostgresConnection> {
  const { host, port, database, user, password } = address
  const name = `proofmark-${randomUUID()}`
  const server = holdServer(limits.bytes)
  const ended = new AbortController()
  const seconds = Math.min(CONNECT, limits.seconds)
  let socket: Socket | undefined
  let isOpened = false
  /** What the library opens its connections by; its types do not know of it. */
  const own = {
    async socket() {
      if (isOpened) throw new Error('the connection was lost')
      isOpened = true
      socket = await openSocket(address, ended.signal)
      return guardedSocket(socket, server)
    },
  }
  const sql = postgres({
    host,
    port,
    database,
    user,
    // A function, as else the library would look for one in the environment; what it throws nobody would catch.
    password: () => password ?? '',
    // It is encrypted already.
    ssl: false,
    max: 1,
    fetch_types: false,
    prepare: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 2 * CONNECT,
    connection: { application_name: name },
    onnotice: () => {},
    ...own,
  })
  const connection: PostgresConnection = {
    name,
    limits,
    // As one statement: where there is more than one, it fails.
    unsafe: text => sql.unsafe(text, [], AS_ONE),
    received: () => socket?.bytesRead ?? 0,
    async cancel() {
      const key = server.key()
      if (!key) throw new Error('the server has not said how it is cancelled')
      await cancelStatement(address, key, AbortSignal.any([ended.signal, AbortSignal.timeout(CANCEL * 1000)]))
    },
    destroy(cause) {
      ended.abort(cause)
      socket?.destroy(cause)
    },
    async close() {
      // Of what was under way when a connection was lost the library would wait for the end.
      const isThere = socket !== undefined && !socket.destroyed
      await sql.end({ timeout: isThere ? FAREWELL : 0 }).catch(() => {})
      connection.destroy(new Error('the connection was lost'))
    },
  }
  const late = setTimeout(() => connection.destroy(new Error(`no answer within ${seconds} s`)), seconds * 1000)
  try {
    await sql.unsafe('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  } catch (cause) {
    await connection.close()
    throw refused(address, cause)
  } finally {
    clearTimeout(late)
  }
  return connection
}
