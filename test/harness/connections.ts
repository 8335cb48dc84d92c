import { channel } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

/** Where a run connected to, by address. */
export async function connections(run: () => Promise<unknown>): Promise<string[]> {
  const peers = new Map<Socket, string>()
  const clients = channel('net.client.socket')
  const note = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    peers.set(socket, 'not connected')
    socket.once('connect', () => peers.set(socket, `${socket.remoteAddress}:${socket.remotePort}`))
  }
  clients.subscribe(note)
  try {
    await run()
  } finally {
    clients.unsubscribe(note)
  }
  return [...new Set(peers.values())].toSorted()
}
