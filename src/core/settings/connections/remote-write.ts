import { z } from 'zod'
import { CREDENTIAL_NAMES, serverAddress } from './credential-names.ts'

/** A server that takes remote write 1.0: Prometheus, Mimir, Thanos, VictoriaMetrics, Grafana Cloud. */
export const RemoteWriteConnection = z.strictObject({
  url: serverAddress('Address to write to, with its path: https://mimir.example.com/api/v1/push'),
  job: z.string().min(1).max(200).default('proofmark').meta({ description: 'Label job of every series' }),
  tenant: z.string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ...CREDENTIAL_NAMES,
})
export type RemoteWriteConnection = z.output<typeof RemoteWriteConnection>
