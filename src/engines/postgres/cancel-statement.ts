import { once } from 'node:events'
import type { BackendKey } from './messages/hold-server.ts'
import { openSocket } from './open-socket.ts'
import type { PostgresAddress } from './postgres-address.ts'

/** Asks to cancel what a connection is at: by another connection, which needs no password and gets no answer. https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS */
export async function cancelStatement(
  address: PostgresAddress,
  { process, secret }: BackendKey,
  signal: AbortSignal,
): Promise<void> {
  const socket = await openSocket(address, signal)
  try {
    const request = Buffer.from([0, 0, 0, 16, 4, 210, 22, 46, 0, 0, 0, 0, 0, 0, 0, 0])
    request.writeUInt32BE(process, 8)
    request.writeUInt32BE(secret, 12)
    // Closed by the server when it has done so.
    const closed = once(socket, 'close', { signal })
    socket.resume().write(request)
    await closed
  } finally {
    socket.destroy()
  }
}
