import type { RemoteConfig } from '../../core/dvc/remote-config.ts'
import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { type Answer, send } from '../../http/send.ts'
import { isBusy, waitFor } from '../../http/waits.ts'
import { inParallel } from './in-parallel.ts'
import type { DvcRemote, RemoteObject } from './remote.ts'
import { requireMissing } from './require-missing.ts'

const AT_ONCE = 8
const TRIES = 4
const IDLE_SECONDS = 60

export interface HttpRemoteOptions {
  /** Milliseconds that count as a second. */
  readonly second?: number
  /** Certificate authorities besides those that are known, PEM. */
  readonly ca?: string | undefined
}

/** A remote behind a web server. No redirect is followed: the password would go along. */
export function httpRemote(
  { name, url, settings, versions }: RemoteConfig,
  { second = 1000, ca }: HttpRemoteOptions = {},
): DvcRemote {
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  const headers = { ...authorization(name, base, settings) }
  base.username = ''
  base.password = ''
  const shown = base.toString().replace(/\/$/, '')
  const addressOf = ({ key }: RemoteObject) => new URL(key.split('/').map(encodeURIComponent).join('/'), base)

  async function ask(method: 'GET' | 'HEAD', object: RemoteObject, more: Record<string, string> = {}): Promise<Answer> {
    const address = addressOf(object)
    for (let tried = 1; ; tried++) {
      const sent = { url: address, method, headers: { ...headers, ...more }, idle: IDLE_SECONDS * second, ca } as const
      const answer = await send(sent).catch((error: unknown) => ({ error }))
      if ('error' in answer) {
        const { found, hint, again } = connectionFault(answer.error)
        if (again && tried < TRIES && (await waitFor(tried, undefined, second))) continue
        throw new UserError(
          'dvc.unreachable',
          `Expected to reach the DVC remote ${name} (${base.host}) but found ${found}`,
          {
            hint,
            kind: 'environment',
            cause: answer.error,
          },
        )
      }
      if (isBusy(answer.status) && tried < TRIES) {
        answer.body.destroy()
        if (await waitFor(tried, answer.headers['retry-after'], second)) continue
      }
      if (answer.status === 200 || answer.status === 206 || answer.status === 404) return answer
      answer.body.destroy()
      throw refused(name, base, answer)
    }
  }

  async function sizeOf(object: RemoteObject): Promise<number | null | undefined> {
    const { status, headers: said, body } = await ask('HEAD', object)
    body.destroy()
    if (status === 404) return undefined
    return /^\d+$/.test(said['content-length'] ?? '') ? Number(said['content-length']) : null
  }

  return {
    name,
    url: shown,
    versions,
    pinned: object => addressOf(object).toString(),
    async sizes(objects, progress) {
      await requireMissing(sizeOf, `${name} (${base.host})`)
      return inParallel(objects, AT_ONCE, sizeOf, progress)
    },
    async read(object, from) {
      const { status, body } = await ask('GET', object, from > 0 ? { range: `bytes=${from}-` } : {})
      if (status !== 404) return { from: status === 206 ? from : 0, bytes: body }
      body.destroy()
      return undefined
    },
  }
}

function authorization(name: string, base: URL, settings: ReadonlyMap<string, string>): Record<string, string> {
  const password = settings.get('password') ?? decodeURIComponent(base.password)
  const custom = settings.get('custom_auth_header')
  const auth = settings.get('auth')
  if (auth === 'custom' || (auth === undefined && custom !== undefined))
    return custom === undefined ? {} : { [custom.toLowerCase()]: password }
  if (auth === 'digest')
    throw new UserError(
      'dvc.digest',
      `Expected the DVC remote ${name} to use basic or custom authentication but found digest`,
      {
        file: '.dvc/config',
        hint: 'Set auth = basic, over https',
      },
    )
  const user = settings.get('user') ?? decodeURIComponent(base.username)
  return user === '' ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

function refused(name: string, { host }: URL, { status, headers }: Answer): UserError {
  const to = headers.location
  return new UserError('dvc.refused', `Expected the DVC remote ${name} (${host}) to answer but it said ${status}`, {
    hint:
      status === 401 || status === 403
        ? 'Set user and password, or custom_auth_header, with dvc remote modify --local'
        : status >= 300 && status < 400
          ? `It points${to !== undefined && URL.canParse(to, `https://${host}`) ? ` to ${new URL(to, `https://${host}`).host}` : ' elsewhere'}: no redirect is followed; correct the url of the remote`
          : 'See what the server says, then run again',
    kind: 'environment',
  })
}
