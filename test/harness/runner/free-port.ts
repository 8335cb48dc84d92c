import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports below those that Linux and macOS give to whoever asks for any: none of these is taken by chance until it is used. */
const [FIRST, LAST] = [15_000, 32_000]
const given = new Set<number>()

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 100; tried += 1) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST))
    if (!given.has(port) && (await isFree(port))) {
      given.add(port)
      return port
    }
  }
  throw new Error('There is no free port')
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
