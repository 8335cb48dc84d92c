import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { type Answer, send } from '../../http/send.ts'
import { isBusy, waitFor } from '../../http/waits.ts'
import { startOf } from '../start-of.ts'
import { isReadable } from './is-readable.ts'

const TRIES = 5
const MAX_REDIRECTS = 5
const IDLE_SECONDS = 60

/** A file's bytes from one on. Redirects are followed, to https only: nothing secret goes along, and the checksum decides. */
export async function readUrl(start: URL, name: string, from: number, second: number) {
  let url = start
  let redirects = 0
  for (let tried = 1; ; ) {
    const headers = from === 0 ? {} : { range: `bytes=${from}-` }
    const answer = await send({ url, method: 'GET', headers, idle: IDLE_SECONDS * second }).catch((error: unknown) => ({
      error,
    }))
    if ('error' in answer) {
      const { found, hint, again } = connectionFault(answer.error)
      if (again && tried < TRIES && (await waitFor(tried++, undefined, second))) continue
      throw failed(name, url, found, hint, answer.error)
    }
    const { status, headers: told, body } = answer
    if (status === 200 || status === 206) {
      refusePage(answer, name, url)
      return { from: status === 206 ? startOf(told['content-range'], from) : 0, bytes: body }
    }
    body.destroy()
    if ([301, 302, 303, 307, 308].includes(status)) {
      url = redirected(told.location, url, name)
      redirects += 1
      if (redirects > MAX_REDIRECTS)
        throw failed(name, url, `more than ${MAX_REDIRECTS} redirects`, 'Give the address they lead to')
    } else if (!(isBusy(status) && tried < TRIES && (await waitFor(tried++, told['retry-after'], second))))
      throw failed(name, url, `HTTP status ${status}`, hintFor(status))
  }
}

function redirected(location: string | undefined, from: URL, name: string): URL {
  const to = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (to && isReadable(to) && (to.protocol === 'https:' || from.protocol === 'http:') && to.username === '') return to
  throw failed(
    name,
    from,
    `a redirect to ${to ? `${to.protocol}//${to.host}` : 'nowhere'}`,
    'Give an address that leads to the file by https',
  )
}

/** A sign-in page answers 200 as well. */
function refusePage({ headers, body }: Answer, name: string, url: URL): void {
  if (!/^text\/html\b/i.test(headers['content-type'] ?? '') || /\.html?$/i.test(url.pathname)) return
  body.destroy()
  throw failed(name, url, 'a page of HTML', 'It may ask to sign in: give an address that anyone may read, or use S3')
}

const hintFor = (status: number) =>
  status === 401 || status === 403
    ? 'It asks for credentials, which are not sent by https: use S3, or fetch it in a step of its own'
    : status === 404 || status === 410
      ? 'Check the address; the file may have moved'
      : 'The server is overloaded or refuses: run it again later'

const failed = (name: string, { host }: URL, found: string, hint: string, cause?: unknown) =>
  new UserError('https.answer', `Expected to read ${name} but ${host} gave ${found}`, {
    file: name,
    kind: 'environment',
    hint,
    cause,
  })
