import { canonicalJson } from '../statement/canonical-json.ts'
import type { Policy } from './policy.ts'

/** What a policy is known by, in certificates, leaves and trust: the SHA-256 of its canonical JSON (RFC 8785), defaults written out. */
export const policyDigest = (policy: Policy, sha256: (text: string) => string): string => sha256(canonicalJson(policy))
