import { access, constants } from 'node:fs/promises'
import { locate } from '../files/locate.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { ask } from './ask.ts'
import { clock } from './clock.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

/** Statuses by which a server says that it is the right one, without having taken anything. */
const ANSWERS: ReadonlySet<number> = new Set([200, 204, 400, 405, 415])

/** Whoever is told of decisions in numbers and marks: Pushgateway, remote write, the textfile collector, Grafana. Nothing is sent to them. */
export const receiversProbe: ProbeKind = {
  async open(world) {
    const { pushgateway, 'remote-write': remoteWrite, textfile, grafana } = world.settings?.connections ?? {}
    const probes: Probe[] = []
    if (pushgateway) probes.push(server('Pushgateway', pushgateway, '/-/ready', world))
    if (remoteWrite) probes.push(server('Remote write', remoteWrite, '', world))
    if (textfile)
      probes.push({ name: `Textfile collector ${textfile.folder}`, ask: () => folder(world.root, textfile.folder) })
    if (grafana) probes.push({ name: `Grafana ${grafana.url}`, ask: () => annotations(grafana.url, world) })
    return probes
  },
}

type Receiver = { readonly url: string } & Parameters<typeof import('../prometheus/credentials.ts').credentials>[0]

function server(what: string, receiver: Receiver, path: string, { environment }: ProbeWorld): Probe {
  return {
    name: `${what} ${receiver.url}`,
    async ask() {
      const { credentials } = await import('../prometheus/credentials.ts')
      const url = new URL(`${receiver.url.replace(/\/+$/, '')}${path}`)
      const { status, headers } = await ask({ url, headers: credentials(receiver, environment), what })
      return [answer(status, `Check the address in 'connections'`), ...clock(headers.date)]
    },
  }
}

function answer(status: number, remedy: string): Finding {
  if (ANSWERS.has(status)) return { asked: 'answer', status: 'ok', found: 'yes; writing shows when it is done' }
  const refused = status === 401 || status === 403
  const why = refused ? 'Set the variables that its token-env, username-env and password-env name anew' : remedy
  return { asked: 'answer', status: 'fail', found: `HTTP status ${status}`, remedy: why }
}

async function folder(root: string, path: string): Promise<readonly Finding[]> {
  try {
    await access(locate(root, path).absolute, constants.W_OK)
    return [{ asked: 'may write', status: 'ok', found: 'yes' }]
  } catch {
    const remedy = 'Make the folder that node_exporter reads, and let this user write there'
    return [{ asked: 'may write', status: 'fail', found: 'no, or there is none', remedy }]
  }
}

/** Grafana tells a token what it may do (HTTP API, "Access control"). */
async function annotations(
  url: string,
  { environment: { GRAFANA_TOKEN: token } }: ProbeWorld,
): Promise<readonly Finding[]> {
  const remedy = 'Give GRAFANA_TOKEN the token of a service account with the permission annotations:create'
  if (!token) return [{ asked: 'token', status: 'fail', found: 'none in GRAFANA_TOKEN', remedy }]
  const { status, headers, text } = await ask({
    url: new URL(`${url.replace(/\/+$/, '')}/api/access-control/user/permissions`),
    headers: { authorization: `Bearer ${token}` },
    what: 'Grafana',
  })
  const timed = clock(headers.date)
  if (status === 404) {
    const found = 'HTTP status 404'
    return [
      { asked: 'token', status: 'fail', found, remedy: 'Check connections.grafana.url: the address without /api' },
      ...timed,
    ]
  }
  if (status !== 200) return [{ asked: 'token', status: 'fail', found: `HTTP status ${status}`, remedy }, ...timed]
  const may = text.includes('"annotations:create"')
  return [
    may
      ? { asked: 'token', status: 'ok', found: 'may make annotations' }
      : { asked: 'token', status: 'fail', found: 'may not make annotations', remedy },
    ...timed,
  ]
}
