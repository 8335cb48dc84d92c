import { z } from 'zod'
import { faultOfStatus, type Service } from './service.ts'

const Refusal = z.object({
  error: z.union([z.string(), z.object({ message: z.string().optional() })]).optional(),
  error_description: z.string().optional(),
})

/** A service that gives access tokens (OAuth 2.0, RFC 6749 §5.2): whatever it refuses is about the credentials. */
export const tokenService = (name: string, secrets: readonly string[], hint: string): Service => ({
  name,
  subject: name,
  secrets,
  judge(status, body) {
    const fault = faultOfStatus(status)
    const read = Refusal.safeParse(body)
    const { error, error_description: description } = read.success ? read.data : {}
    const said = description ?? (typeof error === 'string' ? error : error?.message) ?? ''
    return { fault: fault === 'throttled' || fault === 'unavailable' ? fault : 'credentials', said }
  },
  hints: { credentials: hint, denied: hint, missing: hint, disabled: hint },
})
