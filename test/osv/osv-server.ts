import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { affects } from '../../src/core/security/dependencies/vulnerabilities/affects.ts'
import { OsvRecord } from '../../src/core/security/dependencies/vulnerabilities/osv-record.ts'

const FOLDER = new URL('advisories/', import.meta.url)

/** The advisories this stand-in knows, as OSV publishes them. */
export const advisories = readdirSync(FOLDER).map(name =>
  OsvRecord.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))),
)

const Batch = z.strictObject({
  queries: z.array(
    z.strictObject({
      package: z.strictObject({ ecosystem: z.enum(['PyPI', 'npm']), name: z.string() }),
      version: z.string().optional(),
      page_token: z.string().optional(),
    }),
  ),
})

/** What happens instead of the answer, once each, in this order. */
type Fault = number | 'drop' | 'cut' | 'slow' | { status: number; retryAfter: string }

export interface OsvServer {
  readonly url: string
  /** `METHOD path` of every request. */
  readonly requests: string[]
  /** Sizes of the batches asked for. */
  readonly batches: number[]
  fail(...faults: Fault[]): void
  close(): Promise<void>
}

/** A stand-in for api.osv.dev: the documented shapes, one advisory to a page, and faults on demand. */
export async function osvServer({ without = [] }: { without?: readonly string[] } = {}): Promise<OsvServer> {
  const requests: string[] = []
  const batches: number[] = []
  const faults: Fault[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    requests.push(`${request.method} ${request.url}`)
    const fault = faults.shift()
    if (fault !== undefined) return misbehave(fault, response)
    if (request.url === '/v1/querybatch') return answer(response, batch(Buffer.concat(chunks).toString()))
    const id = decodeURIComponent(request.url?.replace('/v1/vulns/', '') ?? '')
    return answer(response, without.includes(id) ? undefined : advisories.find(each => each.id === id))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    batches,
    fail: (...next) => void faults.push(...next),
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }

  function batch(body: string): unknown {
    const { queries } = Batch.parse(JSON.parse(body))
    batches.push(queries.length)
    if (queries.length > 1000) return undefined
    return {
      results: queries.map(({ package: { ecosystem, name }, version, page_token: token = '0' }) => {
        const of = { ecosystem, name, ...(version === undefined ? {} : { version }) }
        const found = advisories.filter(record => affects({ ...record, withdrawn: null }, of))
        const page = found
          .slice(Number(token), Number(token) + 1)
          .map(({ id }) => ({ id, modified: '2025-05-28T19:46:00Z' }))
        const next = Number(token) + 1 < found.length ? { next_page_token: String(Number(token) + 1) } : {}
        return page.length === 0 ? {} : { vulns: page, ...next }
      }),
    }
  }
}

function answer(response: ServerResponse, value: unknown): void {
  response.writeHead(value === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value ?? { code: 5, message: 'Bug not found.' }))
}

function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault === 'drop') return void response.destroy()
  if (fault === 'slow') return
  if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('{"results": [')
    return void setTimeout(() => response.destroy(), 5)
  }
  const { status, retryAfter } = typeof fault === 'number' ? { status: fault, retryAfter: undefined } : fault
  response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
  response.end('not now')
}
