import { stat } from 'node:fs/promises'
import { UserError } from '../core/user-error.ts'
import { locate } from '../files/locate.ts'
import type { Finding } from '../ports/probe.ts'
import { ask } from './ask.ts'
import { clock } from './clock.ts'
import type { ProbeKind } from './probe-kind.ts'

const DAY = 24 * 3600 * 1000
/** Days after which an archive of advisories says little of what was found since. */
const OLD = 7

/** Where known vulnerabilities are looked up. */
export const osvProbe: ProbeKind = {
  async open({ settings, root }) {
    const { vulnerabilities = 'off', 'osv-url': url = '' } = settings?.security ?? {}
    if (vulnerabilities === 'off') return []
    if (vulnerabilities === 'api') return [{ name: `OSV ${url}`, ask: () => server(url) }]
    return [{ name: `OSV ${vulnerabilities}`, ask: () => archive(root, vulnerabilities) }]
  },
}

async function server(url: string): Promise<readonly Finding[]> {
  const query = JSON.stringify({ package: { name: 'pip', ecosystem: 'PyPI' }, version: '9999' })
  const to = new URL(`${url.replace(/\/+$/, '')}/v1/query`)
  const { status, headers, text } = await ask({ url: to, method: 'POST', body: query, what: 'OSV' })
  if (status === 200 && text.trimStart().startsWith('{'))
    return [{ asked: 'answer', status: 'ok', found: 'yes' }, ...clock(headers.date)]
  const found = status === 200 ? 'no JSON' : `HTTP status ${status}`
  return [{ asked: 'answer', status: 'fail', found, remedy: "Check 'security.osv-url', or give the path of all.zip" }]
}

async function archive(root: string, path: string): Promise<readonly Finding[]> {
  const stats = await stat(locate(root, path).absolute).catch((cause: unknown) => {
    throw new UserError('doctor.osv', `Expected ${path} but there is none`, {
      hint: "Download OSV's all.zip there first",
      cause,
    })
  })
  const days = Math.floor((Date.now() - stats.mtimeMs) / DAY)
  if (days <= OLD) return [{ asked: 'age', status: 'ok', found: `${days} days` }]
  return [{ asked: 'age', status: 'warn', found: `${days} days`, remedy: 'Download it again' }]
}
