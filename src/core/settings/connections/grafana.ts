import { z } from 'zod'
import { serverAddress } from './credential-names.ts'

/** A Grafana that promotions are marked in. */
export const GrafanaConnection = z.strictObject({
  url: serverAddress('Address of Grafana, with the path that it is served below'),
  dashboard: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'the uid of a dashboard')
    .optional()
    .meta({
      description: 'uid of the one dashboard to mark; every dashboard of the organisation may show it unless given',
    }),
})
export type GrafanaConnection = z.output<typeof GrafanaConnection>
