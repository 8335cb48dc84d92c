import { createEmulator } from 'emulate'
import { APPS, type App, privateKey, webToken } from './apps.ts'

/** What an answer is before anybody has looked at it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or empty. */
  readonly text: string
}

export interface Send {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly token: string
  readonly body?: string | Uint8Array | undefined
  readonly contentType?: string | undefined
}

/** The emulator behind the contract: it keeps the state, and lets every token do everything. */
export interface Upstream {
  send(request: Send): Promise<Answer>
  /** Sends as the repository's owner, and reads JSON. Throws for an answer that is no success. */
  own<T>(method: string, path: string, body?: unknown, user?: string): Promise<T>
  tokenOf(app: App): Promise<string>
  close(): Promise<void>
}

const PERMISSIONS = { checks: 'write', contents: 'write', issues: 'write', pull_requests: 'write', metadata: 'read' }

/** Starts `emulate` for one repository; `url` is the address that its answers shall name. */
export async function startUpstream(
  url: string,
  owner: string,
  repo: string,
  users: readonly string[],
): Promise<Upstream> {
  const people = [owner, ...users]
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(people.map(login => [userToken(login), { login, scopes: ['repo'] }])),
      github: {
        users: people.map(login => ({ login })),
        orgs: [{ login: `${owner}-org`, members: [{ login: owner, role: 'admin' }] }],
        repos: [{ owner, name: repo, auto_init: true }],
        apps: APPS.map(({ id, slug, name }) => ({
          app_id: id,
          slug,
          name,
          private_key: privateKey(),
          permissions: PERMISSIONS,
          installations: [{ installation_id: id, account: owner, repository_selection: 'all' }],
        })),
      },
    },
  })
  // Port 0 is only known once it listens, so its answers name its own address; they are rewritten.
  const address = emulator.url.replace('localhost', '127.0.0.1')
  const rewritten = (text: string) =>
    text
      .replaceAll(emulator.url, url)
      .replaceAll(address, url)
      // GitHub encodes the brackets of a bot's login in an address.
      .replaceAll(/(\/[\w-]+)\[bot\]/g, '$1%5Bbot%5D')
  const tokens = new Map<string, Promise<string>>()

  async function send({ method, path, token, body, contentType }: Send): Promise<Answer> {
    const response = await fetch(address + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const headers = [...response.headers].map(([name, value]) => [name, rewritten(value)])
    return { status: response.status, headers: Object.fromEntries(headers), text: rewritten(await response.text()) }
  }

  async function json<T>(request: Send): Promise<T> {
    const answer = await send(request)
    if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text === '' ? 'null' : answer.text)
  }

  async function issue(app: App): Promise<string> {
    const path = `/app/installations/${app.id}/access_tokens`
    const { token } = await json<{ token: string }>({ method: 'POST', path, token: webToken(app) })
    return token
  }

  return {
    send,
    own: (method, path, body, user = owner) =>
      json({
        method,
        path,
        token: userToken(user),
        ...(body === undefined ? {} : { body: JSON.stringify(body), contentType: 'application/json' }),
      }),
    tokenOf(app) {
      const token = tokens.get(app.slug) ?? issue(app)
      tokens.set(app.slug, token)
      return token
    },
    close: () => emulator.close(),
  }
}

export const userToken = (login: string): string => `user-${login}`
