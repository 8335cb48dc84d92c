import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { behaviours } from './behaviours/index.ts'
import { UPLOADS } from './behaviours/releases.ts'
import { match, requestProblem, responseProblem } from './contract.ts'
import { type Fault, faultAnswer, takeFault } from './faults.ts'
import { accepted, missing } from './permissions.ts'
import type { Answer } from './upstream.ts'
import { answer, type Call, type Caller, invalid, type World } from './world.ts'

export interface LoggedRequest {
  /** `checks/create`; for what is no operation, method and path. */
  readonly operation: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** JSON as it was sent; undefined for other content. */
  readonly body: unknown
  /** Set once it is answered; undefined where the answer was withheld. */
  status?: number
}

export interface Desk {
  readonly callers: Map<string, Caller>
  readonly isPublic: boolean
  /** Answers 404 in place of 403 for want of a permission, as GitHub does for some reads of private repositories. */
  readonly conceals: boolean
  readonly faults: Fault[]
  readonly requests: LoggedRequest[]
  /** Requests against GitHub's description: what a test must never see. */
  readonly violations: string[]
  /** Answers of the emulation that GitHub's description does not allow. */
  readonly drift: string[]
}

/** The front desk: takes requests as GitHub would, strictly, and hands what it accepts to `behaviours` and the emulator. */
export function startServer(desk: Desk, world: () => World) {
  return createServer((request, response) => {
    serve(request, response).catch(error => {
      desk.violations.push(`The harness failed: ${error instanceof Error ? error.stack : error}`)
      response.destroy()
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = Buffer.concat(await Array.fromAsync(request))
    const url = new URL(request.url ?? '/', 'http://github.test')
    const method = request.method ?? 'GET'
    const isUpload = url.pathname.startsWith(`${UPLOADS}/`)
    const path = isUpload ? url.pathname.slice(UPLOADS.length) : url.pathname
    const found = match(method, path)
    const contentType = request.headers['content-type']
    const { accept } = request.headers
    const isJson = contentType?.includes('json') === true && !isUpload
    const entry: LoggedRequest = {
      operation: found?.operation.id ?? `${method} ${url.pathname}`,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: isJson && raw.length > 0 ? JSON.parse(raw.toString()) : undefined,
    }
    desk.requests.push(entry)

    if (found === undefined || isUpload !== (found.operation.id === 'repos/upload-release-asset')) {
      desk.violations.push(`Not in the OpenAPI slice: ${method} ${url.pathname}`)
      return finish(
        answer(404, { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' }),
      )
    }
    const { operation, values } = found
    const caller = desk.callers.get((request.headers.authorization ?? '').replace(/^(?:bearer|token) /i, ''))
    if (caller === undefined) {
      return finish(
        answer(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' }),
      )
    }
    const needs = missing(operation.id, caller.permissions, desk.isPublic)
    if (needs !== undefined) return finish(forbidden(accepted(needs)))

    const problem = requestProblem(operation, url.searchParams, entry.body)
    if (problem !== undefined) {
      desk.violations.push(`${operation.id}: ${problem}`)
      return finish(invalid(`Invalid request.\n\n${problem}`))
    }

    const fault = takeFault(desk.faults, operation.id)
    const call: Call = { operation, values, path, query: url.searchParams, contentType, accept, raw, caller, fault }
    if (fault?.status !== undefined) {
      if (operation.id === 'repos/upload-release-asset' && fault.status === 502) await carryOut(call)
      const { status, headers, body } = faultAnswer(fault)
      return finish(answer(status, body, headers))
    }
    const given = await carryOut(call)
    if (fault?.dropResponse) {
      response.destroy()
      return
    }
    if (fault?.tearResponse) {
      response.writeHead(given.status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(given.text.slice(0, given.text.length / 2))
      return
    }
    const isRaw =
      given.headers['content-type']?.includes('raw') === true ||
      given.headers['content-type'] === 'application/octet-stream'
    const body = given.text === '' || isRaw ? undefined : JSON.parse(given.text)
    const drift = isRaw ? undefined : responseProblem(operation, given.status, body)
    if (drift !== undefined) desk.drift.push(drift)
    return finish(given)

    function finish({ status, headers, text }: Answer): void {
      entry.status = status
      const { 'content-type': type = 'application/json; charset=utf-8', link, ...rest } = headers
      const kept = Object.entries(rest).filter(([name]) => /^(?:x-|retry-after)/.test(name))
      response.writeHead(status, {
        ...Object.fromEntries(kept),
        'content-type': type,
        'x-github-request-id': 'TEST:0001',
        ...(link === undefined ? {} : { link }),
      })
      response.end(status === 204 ? undefined : text)
    }
  }

  async function carryOut(call: Call): Promise<Answer> {
    const { upstream } = world()
    const token = await upstream.tokenOf(call.caller.app)
    const query = call.query.size === 0 ? '' : `?${call.query}`
    const forward = ({
      body = call.raw,
      path = call.path + query,
    }: {
      body?: string | Uint8Array
      path?: string
    } = {}) =>
      upstream.send({
        method: call.operation.method,
        // The emulator does not know an encoded slash; GitHub does.
        path: path.replaceAll('%2F', '/'),
        token,
        body: call.operation.method === 'GET' ? undefined : body,
        contentType: call.contentType,
      })
    const behaviour = behaviours[call.operation.id]
    return behaviour === undefined ? forward() : behaviour(call, world(), forward)
  }

  function forbidden(acceptedPermissions: string): Answer {
    const message = desk.conceals ? 'Not Found' : 'Resource not accessible by integration'
    const status = desk.conceals ? 404 : 403
    return answer(
      status,
      { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
      { 'x-accepted-github-permissions': acceptedPermissions },
    )
  }
}
