import { compress } from 'snappyjs'
import type { MetricFamily } from '../../core/metrics/metric-family.ts'
import type { RemoteWriteConnection } from '../../core/settings/connections/remote-write.ts'
import { credentials } from '../credentials.ts'
import { deliver } from './deliver.ts'
import { writeRequest } from './write-request.ts'

/** Writes samples of one time by remote write 1.0; a name for messages. */
export function remoteWrite(
  settings: RemoteWriteConnection,
  environment: Readonly<Record<string, string | undefined>>,
  second?: number,
) {
  const receiver = {
    name: `the remote write endpoint ${settings.url}`,
    credentials: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    address:
      'Check connections.remote-write.url: Prometheus has it at /api/v1/write (with --web.enable-remote-write-receiver), Mimir at /api/v1/push',
    ...(second === undefined ? {} : { second }),
  }
  return {
    name: `Remote write ${settings.url}`,
    async write(families: readonly MetricFamily[], at: Date): Promise<void> {
      await deliver(receiver, {
        method: 'POST',
        url: new URL(settings.url),
        headers: {
          ...credentials(settings, environment),
          'content-type': 'application/x-protobuf',
          'content-encoding': 'snappy',
          'x-prometheus-remote-write-version': '0.1.0',
        },
        body: compress(writeRequest(families, settings.job, at)),
      })
    },
  }
}
