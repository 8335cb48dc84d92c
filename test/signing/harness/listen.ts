import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly body: string | Uint8Array
}

/** A server on loopback that answers every request from its path and body; `stop` ends it. */
export async function listen(
  answer: (path: string, body: Buffer, request: IncomingMessage) => Promise<Answer> | Answer,
) {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const {
      status = 200,
      type = 'application/json',
      body,
    } = await answer(request.url ?? '/', Buffer.concat(chunks), request)
    // Closed each time, so that every question is a connection of its own.
    response.writeHead(status, { 'content-type': type, connection: 'close' })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
