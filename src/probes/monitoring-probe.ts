import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { ask } from './ask.ts'
import { clock } from './clock.ts'
import { clockOf } from './clock-of.ts'
import { failure } from './failure.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

type Connection<Key extends keyof Settings['connections']> = NonNullable<Settings['connections'][Key]>

/** Whoever takes metrics and marks: Pushgateway, textfile collector, remote write, Grafana. Nothing is pushed. */
export const monitoringProbe: ProbeKind = {
  async open(world) {
    const { pushgateway, textfile, 'remote-write': written, grafana } = world.settings?.connections ?? {}
    const probes: (Probe | undefined)[] = [
      pushgateway && { name: `Pushgateway ${pushgateway.url}`, ask: () => pushgatewayFindings(pushgateway, world) },
      textfile && { name: `Textfile collector ${textfile.folder}`, ask: () => textfileFindings(textfile, world) },
      written && { name: `Remote write ${written.url}`, ask: () => remoteWriteFindings(written, world) },
      grafana && { name: `Grafana ${grafana.url}`, ask: () => grafanaFindings(grafana, world) },
    ]
    return probes.filter(probe => probe !== undefined)
  },
}

async function pushgatewayFindings(settings: Connection<'pushgateway'>, { environment }: ProbeWorld) {
  const { credentials } = await import('../prometheus/credentials.ts')
  const url = new URL(`${settings.url.replace(/\/+$/, '')}/api/v1/status`)
  return answered(url, credentials(settings, environment), 'the Pushgateway', {
    refused: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    other: 'Check connections.pushgateway.url: the address without /metrics',
  })
}

async function grafanaFindings({ url }: Connection<'grafana'>, { environment }: ProbeWorld) {
  const { grafanaToken } = await import('../grafana/grafana-token.ts')
  const headers = { authorization: `Bearer ${grafanaToken(environment)}` }
  // Reading is asked: a mark that was set to see whether one may would stay.
  return answered(new URL(`${url.replace(/\/+$/, '')}/api/annotations?limit=1`), headers, 'Grafana', {
    refused:
      'Give GRAFANA_TOKEN the token of a service account with the permissions annotations:read and annotations:create',
    other: 'Check connections.grafana.url: the address without /api',
  })
}

async function textfileFindings({ folder }: Connection<'textfile'>, { root }: ProbeWorld): Promise<readonly Finding[]> {
  const asked = 'may write'
  return access(resolve(root, folder), constants.W_OK | constants.X_OK).then(
    (): Finding[] => [{ asked, status: 'ok', found: 'yes' }],
    (): Finding[] => [
      { asked, status: 'fail', found: 'no', remedy: 'Make the folder, and let the user of this run write into it' },
    ],
  )
}

async function remoteWriteFindings(settings: Connection<'remote-write'>, { environment }: ProbeWorld) {
  const { remoteWrite } = await import('../prometheus/export/remote-write.ts')
  const asked = 'may write'
  // A request without series writes nothing, and is refused as any other is.
  return remoteWrite(settings, environment)
    .write([], new Date())
    .then(
      async (): Promise<Finding[]> => [{ asked, status: 'ok', found: 'yes' }, ...(await clockOf(settings.url))],
      (error: unknown): Finding[] => [failure(asked, error)],
    )
}

async function answered(
  url: URL,
  headers: Readonly<Record<string, string>>,
  what: string,
  remedies: { refused: string; other: string },
): Promise<readonly Finding[]> {
  const answer = await ask({ url, headers, what })
  const { status } = answer
  if (status === 200 && /^\s*[[{]/.test(answer.text))
    return [{ asked: 'credentials', status: 'ok', found: 'accepted' }, ...clock(answer.headers.date)]
  if (status === 401 || status === 403)
    return [{ asked: 'credentials', status: 'fail', found: `HTTP status ${status}`, remedy: remedies.refused }]
  const { location } = answer.headers
  const found =
    status === 200
      ? 'no JSON'
      : status >= 300 && status < 400
        ? `a redirect to ${location !== undefined && URL.canParse(location, url.href) ? new URL(location, url).host : 'elsewhere'}`
        : `HTTP status ${status}`
  throw new UserError('doctor.answer', `Expected an answer of ${what} but found ${found}`, {
    kind: 'environment',
    hint:
      status >= 500 || status === 429
        ? 'It is overloaded, starting or broken: see its log, then run again'
        : remedies.other,
  })
}
