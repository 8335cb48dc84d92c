import type { GrafanaConnection } from '../core/settings/connections/grafana.ts'
import type { Recipient } from '../ports.ts'
import { deliver } from '../prometheus/export/deliver.ts'
import { annotationOf } from './annotation.ts'
import { grafanaToken } from './grafana-token.ts'

/** Marks promotions and demotions in Grafana, by a service account's token; certifications are on its dashboard already. */
export function grafanaRecipient(
  { url, dashboard }: GrafanaConnection,
  environment: Readonly<Record<string, string | undefined>>,
  second?: number,
): Recipient {
  const base = url.replace(/\/+$/, '')
  const receiver = {
    name: `Grafana at ${base}`,
    credentials: 'Give GRAFANA_TOKEN the token of a service account with the permission annotations:create',
    address: 'Check connections.grafana.url: the address without /api, with the path that Grafana is served below',
    ...(second === undefined ? {} : { second }),
  }
  return {
    name: `Grafana ${base}`,
    async tell(told) {
      if (told.kind !== 'promotion') return undefined
      await deliver(receiver, {
        method: 'POST',
        url: new URL(`${base}/api/annotations`),
        headers: { authorization: `Bearer ${grafanaToken(environment)}`, 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(annotationOf(told.pointer, dashboard))),
      })
      return `marked the ${told.pointer.kind}`
    },
  }
}
