import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What happens instead of `200`, once each, in this order. */
export type Fault = 'drop' | 'slow' | { status: number; headers?: Record<string, string>; body?: string }

/** A stand-in for whatever is sent to, for faults: what a real server can't be made to do. */
export async function receiver(...faults: Fault[]) {
  const asked: { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url: path = '', headers } = request
    asked.push({ method, path, headers, body: Buffer.concat(chunks) })
    const fault = faults.shift()
    if (fault === 'drop') return void response.destroy()
    if (fault === 'slow') return
    response.writeHead(fault?.status ?? 200, fault?.headers)
    response.end(fault?.body ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
