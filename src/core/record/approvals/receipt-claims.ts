import { z } from 'zod'

const text = z.string().min(1).max(2048)
const number = z.string().regex(/^\d{1,20}$/)
/** Seconds since 1970 (RFC 7519, NumericDate). */
const seconds = z.int().min(0).max(253_402_300_799)

/**
 * What GitHub's token says of the run that asked for it (docs.github.com, "OpenID Connect reference"). It says more, which is passed
 * over. `actor` is who started the first attempt of the run; who started a later one, no claim says.
 */
export const ReceiptClaims = z.object({
  iss: text,
  aud: text,
  iat: seconds,
  exp: seconds,
  actor: text,
  actor_id: number,
  repository: text,
  repository_id: number,
  workflow_ref: text,
  /** The workflow that the job itself is written in: another one than `workflow_ref` where that calls it. */
  job_workflow_ref: text.optional(),
  event_name: text,
  run_id: number,
  run_attempt: number,
  runner_environment: text.optional(),
})
export type ReceiptClaims = z.infer<typeof ReceiptClaims>
