import { z } from 'zod'
import { faultOfStatus, type Service } from '../http/service.ts'

const Refusal = z.object({ errors: z.array(z.string()) })

/** Vault or OpenBao, as its answers are judged. @param policy what the token's policy must allow, in Vault's own words */
export const vaultService = (subject: string, secrets: readonly string[], policy: string): Service => ({
  name: 'Vault',
  subject,
  secrets,
  judge(status, body) {
    const read = Refusal.safeParse(body)
    const said = read.success ? read.data.errors.join('; ') : ''
    if (status === 403 && /invalid token|bad token|token expired|missing client token/i.test(said))
      return { fault: 'credentials', said }
    if (/minimum encryption key version/.test(said)) return { fault: 'disabled', said }
    // 412, 472 and 473 come from replicas and standbys that are behind.
    if (status === 412 || status === 472 || status === 473) return { fault: 'unavailable', said }
    return { fault: faultOfStatus(status), said }
  },
  hints: {
    credentials: 'Take a new token in a step before: this one is wrong, expired or revoked',
    denied: `Give the token a policy with ${policy}; an expired token is refused in the same words`,
    missing: "Check the key's name, VAULT_NAMESPACE, and TRANSIT_SECRET_ENGINE_PATH where the engine is not at transit",
    disabled: 'Lower its min_encryption_version, or run it again to sign with the latest version',
  },
})
