import { encodeBase64 } from '../../core/record/log/base64.ts'
import { readCheckpointText } from '../../core/record/log/checkpoint.ts'
import { readTlogProof } from '../../core/record/log/tlog-proof.ts'
import { policyDigest } from '../../core/record/policy/policy-digest.ts'
import type { Chain, ChainEntry } from '../../core/record/statement/chain.ts'
import { PROOF_FILE } from '../../core/record/statement/record-files.ts'
import { evidenceResource, type StatementInput } from '../../core/record/statement/statement-head.ts'
import type { Ports, SigningKey } from '../../ports.ts'

/** A decision as it was signed and, maybe, logged. */
export interface SignedDecision {
  readonly bundle: string
  readonly key: SigningKey
  /** Text of the proof that the log gave. */
  readonly proof?: string | undefined
  /** Whether the proof was written beside the decision. */
  readonly isProofKept: boolean
  readonly supersedes?: string | null
}

/** Every link from the policy and the evidence to the signature and the log. */
export async function chainOf(
  {
    policy,
    policyUri,
    policyCommit,
    documents,
  }: Pick<StatementInput, 'policy' | 'policyUri' | 'policyCommit' | 'documents'>,
  { bundle, key, proof, isProofKept, supersedes }: SignedDecision,
  { sha256, signing }: Pick<Ports, 'sha256' | 'signing'>,
): Promise<Chain> {
  const entry = proof === undefined ? undefined : entryIn(proof, isProofKept)
  return {
    policy: { uri: policyUri, sha256: policyDigest(policy, sha256), commit: policyCommit },
    evidence: documents.flatMap(evidenceResource),
    sha256: sha256(bundle),
    signatory: await signing.signatory(key),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(entry ? { entry } : {}),
  }
}

/** Our own log has just given the proof: it is read, not verified. */
function entryIn(text: string, isKept: boolean): ChainEntry | undefined {
  const proof = readTlogProof(text)
  if (typeof proof === 'string') return undefined
  const head = readCheckpointText(proof.checkpoint.slice(0, proof.checkpoint.indexOf('\n\n') + 1))
  if (!head) return undefined
  const { origin, size, root } = head
  return { origin, index: proof.index, size, root: encodeBase64(root), ...(isKept ? { proof: PROOF_FILE } : {}) }
}
