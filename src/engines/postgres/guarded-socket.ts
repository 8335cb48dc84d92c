import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import type { HeldServer } from './messages/hold-server.ts'

/**
 * A socket, as the library uses one, that gives on only messages which the library can read: of others it throws where nobody catches, or never
 * comes back. After the first that is not well nothing more is read.
 */
export function guardedSocket(socket: Socket, server: HeldServer): EventEmitter {
  const guarded = Object.assign(new EventEmitter(), {
    write(chunk: Buffer, written?: () => void): boolean {
      server.sent(chunk)
      return socket.write(chunk, written)
    },
    end: (chunk: Buffer) => socket.end(chunk),
    destroy: (cause?: Error) => socket.destroy(cause),
  })
  Object.defineProperty(guarded, 'readyState', { get: () => socket.readyState })
  let isOver = false
  let fault: Error | undefined
  socket.on('data', chunk => {
    if (isOver) return
    try {
      for (const message of server.heard(chunk)) guarded.emit('data', message)
    } catch (cause) {
      isOver = true
      socket.destroy(cause instanceof Error ? cause : new Error(String(cause)))
    }
  })
  socket.on('drain', () => guarded.emit('drain'))
  // Told when it is closed: of a statement that is begun between the fault and that the library would never say anything.
  socket.on('error', cause => {
    fault = cause
  })
  socket.on('close', () => {
    if (fault && guarded.listenerCount('error') > 0) guarded.emit('error', fault)
    guarded.emit('close', false)
  })
  return guarded
}
