import { z } from 'zod'
import { CREDENTIAL_NAMES, serverAddress } from './credential-names.ts'

/** A Pushgateway that Prometheus scrapes. */
export const PushgatewayConnection = z.strictObject({
  url: serverAddress('Address of the Pushgateway, such as https://push.example.com:9091'),
  job: z.string().min(1).max(200).default('proofmark').meta({ description: 'Label job of every group' }),
  ...CREDENTIAL_NAMES,
})
export type PushgatewayConnection = z.output<typeof PushgatewayConnection>
