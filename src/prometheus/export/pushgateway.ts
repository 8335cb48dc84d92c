import { exposition } from '../../core/metrics/exposition.ts'
import type { MetricGroup } from '../../core/metrics/metric-group.ts'
import type { PushgatewayConnection } from '../../core/settings/connections/pushgateway.ts'
import { credentials } from '../credentials.ts'
import { deliver, type Receiver } from './deliver.ts'
import { groupPath } from './group-path.ts'

export interface Pushgateway {
  readonly name: string
  /** Replaces a group, or of one that is not whole the families of the same names. */
  push(group: MetricGroup): Promise<void>
  /** Deletes a group; one that is not there is no fault. */
  remove(key: MetricGroup['key']): Promise<void>
}

/** Groups of a Pushgateway, by its HTTP API. */
export function pushgateway(
  settings: PushgatewayConnection,
  environment: Readonly<Record<string, string | undefined>>,
  second?: number,
): Pushgateway {
  const base = settings.url.replace(/\/+$/, '')
  const receiver: Receiver = {
    name: `the Pushgateway at ${base}`,
    credentials: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    address: "Check connections.pushgateway.url: the address without /metrics, with the Pushgateway's own prefix",
    ...(second === undefined ? {} : { second }),
  }
  const at = (key: MetricGroup['key']) => new URL(`${base}${groupPath(settings.job, key)}`)
  return {
    name: `Pushgateway ${base}`,
    async push({ key, whole, families }) {
      await deliver(receiver, {
        method: whole ? 'PUT' : 'POST',
        url: at(key),
        headers: { ...credentials(settings, environment), 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: Buffer.from(exposition(families)),
      })
    },
    async remove(key) {
      await deliver(receiver, {
        method: 'DELETE',
        url: at(key),
        headers: credentials(settings, environment),
        body: new Uint8Array(),
      })
    },
  }
}
