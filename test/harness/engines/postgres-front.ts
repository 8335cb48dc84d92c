import { createServer, type Socket } from 'node:net'

/** A server of a test's own that speaks PostgreSQL's protocol, until it is told to do something else. */
export interface PostgresFront {
  readonly url: string
  /** How often somebody has connected. */
  connections(): number
  /** Statements that were cancelled. */
  cancelled(): number
  close(): Promise<void>
}

/** What is done in place of an honest answer; undefined where that is given all the same. */
export type Instead = (socket: Socket, message: Buffer) => unknown

/** By which moment: after the first message, after BEGIN, or where a statement matches. */
export type Faults = Readonly<Record<string, Instead>>

/** A message: its kind, its length, and the rest. */
export function message(type: string, ...parts: readonly (string | Buffer | number)[]): Buffer {
  const body = Buffer.concat(parts.map(part => (typeof part === 'number' ? int32(part) : Buffer.from(part))))
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(4 + body.length), body])
}

/** A whole number of 32 bits, and of 16. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value | 0)
  return bytes
}
export const int16 = (value: number): Buffer => int32(value).subarray(2)

export const READY = message('Z', 'I')
export const LET_IN = Buffer.concat([
  message('R', 0),
  message('S', 'server_version\0', '15.1\0'),
  message('K', 7, 9),
  READY,
])

/** What is told of columns of texts. */
export const described = (columns: number): Buffer =>
  message(
    'T',
    int16(columns),
    ...Array.from({ length: columns }, (_, i) =>
      Buffer.concat([Buffer.from(`c${i}\0`), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]),
    ),
  )

export const rowOf = (cells: readonly (string | null)[]): Buffer =>
  message(
    'D',
    int16(cells.length),
    ...cells.flatMap(cell => (cell === null ? [int32(-1)] : [int32(Buffer.byteLength(cell)), cell])),
  )

/** The whole answer to a statement. */
export const answerOf = (rows: readonly (readonly (string | null)[])[]): Buffer =>
  Buffer.concat([
    message('1'),
    message('t', int16(0)),
    described(rows[0]?.length ?? 1),
    message('2'),
    ...rows.map(rowOf),
    message('C', `SELECT ${rows.length}\0`),
    READY,
  ])

const PLAN = JSON.stringify([
  { Plan: { 'Node Type': 'Seq Scan', 'Plan Rows': 3, Schema: 'public', 'Relation Name': 't' } },
])
/** What an honest one answers, by what is asked. */
const HONEST: readonly (readonly [RegExp, readonly (readonly (string | null)[])[]])[] = [
  [/server_version/, [['15.1']]],
  [/pg_backend_pid/, [['7', '1:1:', '2024-01-01T00:00:00Z', 'UTF8']]],
  [/to_regclass/, [['1', 'public', 't']]],
  [/WITH RECURSIVE/, [['id', 'bigint', 'true']]],
  [/search_path/, [['pg_catalog']]],
  [/EXPLAIN/, [[PLAN]]],
  [/pg_table_size/, [['8192']]],
]

const CANCEL = 80877102

/** Starts one whose table `t` has a column `id`: it does what is said, at the moments that are named. */
export async function startPostgresFront(faults: Faults = {}): Promise<PostgresFront> {
  let connections = 0
  let cancelled = 0
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    let isIn = false
    socket.on('data', data => {
      if (!isIn && data.length === 16 && data.readInt32BE(4) === CANCEL) {
        cancelled += 1
        if (faults.cancel) return faults.cancel(socket, data)
        return socket.end()
      }
      const text = data.toString('latin1')
      const moment = isIn ? (text.startsWith('QBEGIN') || /^Q.{4}BEGIN/s.test(text) ? 'begin' : 'statement') : 'startup'
      isIn = true
      const [, instead] =
        Object.entries(faults).find(([at]) => at === moment || (moment === 'statement' && text.includes(at))) ?? []
      if (instead) return instead(socket, data)
      if (moment === 'startup') socket.write(LET_IN)
      else if (moment === 'begin') socket.write(Buffer.concat([message('C', 'BEGIN\0'), READY]))
      else if (!text.startsWith('X')) socket.write(answerOf(HONEST.find(([asked]) => asked.test(text))?.[1] ?? []))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `postgres://127.0.0.1:${port}/risk`,
    connections: () => connections,
    cancelled: () => cancelled,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
