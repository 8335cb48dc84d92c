import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { UserError } from '../../core/user-error.ts'
import type { PostgresAddress } from './postgres-address.ts'

/** Asks whether TLS is spoken: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
/** The answer `S`. */
const YES = 83

/** A way to a server, encrypted where it has to be: never anything else in its place. Whoever is not patient any more lets go of it by the signal. */
export async function openSocket({ host, port, tls }: PostgresAddress, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted()
  const socket = host.startsWith('/') ? connectTcp(`${host}/.s.PGSQL.${port}`) : connectTcp(port, host)
  // What goes wrong after it was given up nobody waits for.
  socket.on('error', () => {})
  try {
    await once(socket, 'connect', { signal })
    if (!tls) return socket
    socket.write(SSL_REQUEST)
    const [answer] = await once(socket, 'data', { signal: AbortSignal.any([signal, closing(socket)]) })
    // What follows before the way is encrypted could come from anybody.
    if (!Buffer.isBuffer(answer) || answer.length !== 1 || answer[0] !== YES) throw noTls(host, port)
    socket.pause()
    const secured = connectTls({ ...tls, socket })
    secured.on('error', () => {})
    await once(secured, 'secureConnect', { signal })
    return secured
  } catch (cause) {
    socket.destroy()
    throw signal.aborted ? signal.reason : cause instanceof Error && cause.name === 'AbortError' ? cause.cause : cause
  }
}

/** Aborted when the other side closes: nothing more comes then. */
function closing(socket: Socket): AbortSignal {
  const closed = new AbortController()
  socket.once('close', () => closed.abort(new Error('the connection was lost')))
  return closed.signal
}

const noTls = (host: string, port: number): UserError =>
  new UserError('engine.tls', `Expected PostgreSQL at ${host}:${port} to speak TLS but it does not`, {
    kind: 'environment',
    hint: 'Have it speak TLS, or set PROOFMARK_POSTGRES_SSLMODE to disable where the network is one to trust, and no password is sent',
  })
