import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import postgres from 'postgres'
import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { faultOf } from './fault-of.ts'
import { openSocket } from './open-socket.ts'
import type { PostgresAddress } from './postgres-address.ts'

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
  /** Cancels a statement of this connection, by the server's own way: a connection of its own that needs no password. */
  cancel(query: Query): Promise<void>
  /** Ends it at once, whatever is under way. */
  destroy(): void
  close(): Promise<void>
}

/** Sent by the protocol that takes one statement at a time; the library's types do not know of it. */
const AS_ONE = { prepare: false, simple: false }
/** Seconds that a server may take to answer a first time. */
const CONNECT = 30
/** Milliseconds that it is given to hear of the end. */
const FAREWELL = 2000

/** Opens a connection. It is never opened again: another would see other rows. */
export async function postgresConnection(address: PostgresAddress, limits: EngineLimits): Promise<PostgresConnection> {
  const { host, port, database, user, password } = address
  const name = `proofmark-${randomUUID()}`
  const sockets: Socket[] = []
  let mayOpen = 1
  /** What the library opens its connections by; its types do not know of it. */
  const own = {
    async socket() {
      if (mayOpen === 0) throw new Error('the connection was lost')
      mayOpen -= 1
      const socket = await openSocket(address, CONNECT)
      sockets.push(socket)
      return socket
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
    connect_timeout: CONNECT,
    connection: { application_name: name },
    onnotice: () => {},
    ...own,
  })
  const connection: PostgresConnection = {
    name,
    limits,
    // As one statement: where there is more than one, it fails.
    unsafe: text => sql.unsafe(text, [], AS_ONE),
    received: () => sockets[0]?.bytesRead ?? 0,
    async cancel(query) {
      mayOpen += 1
      await query.cancel()
    },
    destroy() {
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      await sql.end({ timeout: FAREWELL / 1000 }).catch(() => {})
      connection.destroy()
    },
  }
  try {
    await sql.unsafe('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  } catch (cause) {
    await connection.close()
    throw refused(cause)
  }
  return connection

  function refused(cause: unknown): UserError {
    if (cause instanceof UserError) return cause
    const where = `${host}:${port}`
    const { code, said } = faultOf(cause)
    // Classes 28 and 3D: who asks is unknown, or may not; the database is.
    if (code !== undefined && /^(28|3D|42501)/.test(code))
      return new UserError('engine.permission', `Expected PostgreSQL at ${where} to let us in but found: ${said}`, {
        kind: 'environment',
        hint: 'Check PROOFMARK_POSTGRES_USER, PROOFMARK_POSTGRES_PASSWORD and the database in the address',
        cause,
      })
    const { found, hint } = connectionFault(cause)
    return new UserError(
      'engine.connection',
      `Expected PostgreSQL to answer at ${where} but found ${isOfServer(code) || code === undefined ? said : found}`,
      {
        kind: 'environment',
        hint: /^a certificate/.test(found)
          ? 'Name the file of its certificate authority in PROOFMARK_POSTGRES_SSLROOTCERT'
          : hint,
        cause,
      },
    )
  }
}

/** Whether it is one of the codes that the SQL standard gives, and not one of a connection. */
const isOfServer = (code: string | undefined): boolean =>
  code !== undefined && /^[0-9A-Z]{5}$/.test(code) && code !== 'EPIPE'
