import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** What a server answers once. `cut`: bytes of the body after which the connection is dropped. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly cut?: number
}

/** Instead of an answer. */
type Fault = 'drop' | 'silent'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** A server on the loopback interface that answers as a test has it, for what real ones cannot be made to do. */
export async function faultServer(answer: (asked: Asked, nth: number) => Reply | Fault) {
  const asked: Asked[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers }
    asked.push(one)
    reply(answer(one, asked.length), one, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, asked }
}

function reply(given: Reply | Fault, { method }: Asked, response: ServerResponse): void {
  if (given === 'silent') return
  if (given === 'drop') return void response.destroy()
  const body = Buffer.from(given.body ?? '')
  response.writeHead(given.status ?? 200, { 'content-length': body.length, ...given.headers })
  if (method === 'HEAD') return void response.end()
  if (given.cut === undefined) return void response.end(body)
  response.write(body.subarray(0, given.cut), () => setTimeout(() => response.destroy(), 10))
}

/** An object as a store answers for it, with ranges and conditions. */
export function objectReply(
  { method, headers }: Asked,
  body: string,
  more: Readonly<Record<string, string>> = {},
): Reply {
  const etag = `"${createHash('md5').update(body).digest('hex')}"`
  const told = { etag, 'last-modified': 'Mon, 30 Nov 2026 00:00:00 GMT', ...more }
  if (headers['if-match'] !== undefined && headers['if-match'] !== etag) return s3Error(412, 'PreconditionFailed')
  const from = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0)
  if (from === 0 || method === 'HEAD') return { headers: told, body }
  return {
    status: 206,
    headers: { ...told, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` },
    body: body.slice(from),
  }
}

export const s3Error = (
  status: number,
  code: string,
  more = '',
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code>${more}</Error>`,
})
