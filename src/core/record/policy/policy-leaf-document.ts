import { NAMESPACE } from '../../identifiers.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import type { Policy } from './policy.ts'

/** What a document that puts a policy on record calls itself. */
export const POLICY_DOCUMENT = `${NAMESPACE}policy/v1` as const

/**
 * The text to log when a policy is first used: the policy, and where it was read. The leaf's `policy` is the policy's digest, the
 * leaf's `document` that of this text; a new leaf is due where the newest `policy` leaf has another `policy`.
 */
export const policyLeafDocument = (policy: Policy, uri: string): string =>
  canonicalJson({ schema: POLICY_DOCUMENT, uri, policy })
