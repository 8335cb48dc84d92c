import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What happens instead of the answer, once each, in this order. */
type Fault = 'drop' | 'cut' | 'slow' | 'endless' | { status: number; headers?: Record<string, string>; body?: string }

export interface FakeServer {
  readonly url: string
  readonly asked: { path: string; headers: IncomingHttpHeaders; form: Record<string, string> }[]
}

export interface FakeOptions {
  readonly faults?: readonly Fault[]
  /** The `result` of the answer; by default one series that is 1 at every time asked for. */
  result?(form: Record<string, string>): unknown
  readonly resultType?: string
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** A stand-in for Prometheus's range queries, for what the real one can't be made to do: faults, one after the other. */
export async function fakeServer({
  faults = [],
  result = ones,
  resultType = 'matrix',
  tls,
}: FakeOptions = {}): Promise<FakeServer> {
  const left = [...faults]
  const asked: FakeServer['asked'] = []
  const listener: Parameters<typeof createServer>[1] = async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    asked.push({ path: request.url ?? '', headers: request.headers, form })
    const fault = left.shift()
    if (fault !== undefined) return misbehave(fault, response)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ status: 'success', data: { resultType, result: result(form) } }))
  }
  const server = tls ? createSecureServer(tls, listener) : createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${port}`, asked }
}

/** Times that a form asks for, in seconds. */
export function timesOf({ start, end, step }: Record<string, string>): number[] {
  const [from, until, by] = [Number(start), Number(end), Number(step)]
  return Array.from({ length: Math.round((until - from) / by) + 1 }, (_, i) => from + i * by)
}

const ones = (form: Record<string, string>) => [{ metric: {}, values: timesOf(form).map(time => [time, '1']) }]

function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault === 'drop') return void response.destroy()
  if (fault === 'slow') return
  if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"status": "succ')
    return void setTimeout(() => response.destroy(), 5)
  }
  if (fault === 'endless') {
    response.writeHead(200, { 'content-type': 'application/json' })
    const chunk = Buffer.alloc(1024 * 1024, 0x20)
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
    return
  }
  response.writeHead(fault.status, fault.headers)
  response.end(fault.body ?? 'not now')
}
