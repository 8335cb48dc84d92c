import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { GITHUB_ACTIONS } from './apps.ts'
import { behaviours } from './behaviours/index.ts'
import { UPLOADS } from './behaviours/releases.ts'
import { match, requestProblem, responseProblem } from './contract.ts'
import { type Fault, faultAnswer, takeFault } from './faults.ts'
import { answerGraphql, complained, graphqlOperation } from './graphql/answer-graphql.ts'
import { parseGraphql } from './graphql/parse.ts'
import { graphqlProblems } from './graphql/validate.ts'
import { accepted, missing } from './permissions.ts'
import type { Answer } from './upstream.ts'
import { answer, type Call, type Caller, invalid, type World } from './world.ts'

export interface LoggedRequest {
  /** `checks/create`; for what is no operation, method and path. */
  operation: string
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
  /** Whether there is GraphQL: not where it is switched off; `old` knows no createCommitOnBranch, as a server of before 2021. */
  readonly graphql: 'none' | 'old' | 'new'
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
    const isGraphql = method === 'POST' && path === '/graphql'
    if (isGraphql && desk.graphql !== 'none') return serveGraphql(entry)
    if (isGraphql) return finish(NOT_FOUND)

    if (found === undefined || isUpload !== (found.operation.id === 'repos/upload-release-asset')) {
      desk.violations.push(`Not in the OpenAPI slice: ${method} ${url.pathname}`)
      return finish(NOT_FOUND)
    }
    const { operation, values } = found
    const caller = callerOf(request)
    if (caller === undefined) return finish(BAD_CREDENTIALS)
    const needs = missing(operation.id, caller.permissions, desk.isPublic)
    if (needs !== undefined) return finish(forbidden(accepted(needs)))

    const problem = requestProblem(operation, url.searchParams, entry.body)
    if (problem !== undefined) {
      desk.violations.push(`${operation.id}: ${problem}`)
      return finish(invalid(`Invalid request.\n\n${problem}`))
    }

    const fault = takeFault(desk.faults, operation.id)
    const call: Call = { operation, values, path, query: url.searchParams, contentType, accept, raw, caller, fault }
    if (fault?.dropRequest) {
      response.destroy()
      return
    }
    if (fault?.status !== undefined) {
      if (operation.id === 'repos/upload-release-asset' && fault.status === 502) await carryOut(call)
      const { status, headers, body } = faultAnswer(fault)
      return finish(answer(status, body, headers))
    }
    const given = await carryOut(call)
    if (breaksOff(given, fault)) return
    const isRaw = /raw|octet-stream/.test(given.headers['content-type'] ?? '')
    const body = given.text === '' || isRaw ? undefined : JSON.parse(given.text)
    const drift = isRaw ? undefined : responseProblem(operation, given.status, body)
    if (drift !== undefined) desk.drift.push(drift)
    return finish(given)

    async function serveGraphql(logged: LoggedRequest): Promise<void> {
      const asked: { query?: string; variables?: Record<string, unknown> } = JSON.parse(raw.toString())
      const document = parseGraphql(asked.query ?? '')
      const operation = graphqlOperation(document)
      logged.operation = operation
      const caller = callerOf(request)
      if (caller === undefined || caller === ANYBODY) return finish(BAD_CREDENTIALS)
      const variables = asked.variables ?? {}
      const problems = graphqlProblems(document, variables)
      if (problems.length > 0)
        desk.violations.push(`${operation}: ${problems.map(({ message }) => message).join(', ')}`)
      const older = graphqlProblems(
        document,
        variables,
        desk.graphql === 'old' ? ['Mutation.createCommitOnBranch'] : [],
      )
      if (older.length > 0) return finish(complained(older))
      if (missing(operation, caller.permissions, desk.isPublic) !== undefined) {
        const hidden = { type: 'NOT_FOUND', message: 'Could not resolve to a Repository.' }
        const shown = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' }
        return finish(complained([desk.conceals ? hidden : shown], null))
      }
      const fault = takeFault(desk.faults, operation)
      if (fault?.dropRequest) {
        response.destroy()
        return
      }
      if (fault?.complaint !== undefined) return finish(complained([fault.complaint], null))
      if (fault?.status !== undefined) {
        const { status, headers, body } = faultAnswer(fault)
        return finish(answer(status, body, headers))
      }
      const given = await answerGraphql(document, variables, world())
      if (!breaksOff(given, fault)) finish(given)
    }

    /** Whether the answer is withheld, or breaks off half-way. */
    function breaksOff(given: Answer, fault: Fault | undefined): boolean {
      if (fault?.dropResponse) response.destroy()
      else if (fault?.tearResponse) {
        response.writeHead(given.status, { 'content-type': 'application/json; charset=utf-8' })
        response.end(given.text.slice(0, given.text.length / 2))
      } else return false
      return true
    }

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

  function callerOf(request: IncomingMessage): Caller | undefined {
    const { authorization } = request.headers
    if (authorization === undefined && desk.isPublic) return ANYBODY
    return desk.callers.get((authorization ?? '').replace(/^(?:bearer|token) /i, ''))
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

const refusal = (status: number, message: string) =>
  answer(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) })
const NOT_FOUND = refusal(404, 'Not Found')
const BAD_CREDENTIALS = refusal(401, 'Bad credentials')
/** Who comes without a token may read what is public. */
const ANYBODY: Caller = { app: GITHUB_ACTIONS, permissions: {}, suite: 0 }
