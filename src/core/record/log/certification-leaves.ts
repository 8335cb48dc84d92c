import { NAMESPACE } from '../../identifiers.ts'
import type { Approval } from '../approvals/approval.ts'
import { approvalLeaf } from '../approvals/approval-leaf.ts'
import type { Decision } from '../decision/decide.ts'
import type { Policy } from '../policy/policy.ts'
import { policyDigest } from '../policy/policy-digest.ts'
import { policyLeafDocument } from '../policy/policy-leaf-document.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import { instant } from '../statement/instant.ts'
import type { Leaf } from './leaf.ts'

/** An entry, and the text of the document it is about. */
export interface LeafWithDocument {
  readonly leaf: Leaf
  readonly document: string
}

export interface LoggedCertification {
  readonly kind: 'certificate' | 'refusal'
  /** The signed document. */
  readonly bundle: string
  /** The public key that signed it, PEM, where one did. */
  readonly key: string | undefined
  readonly modelId: string
  /** The model as its owner calls it, with its version. */
  readonly model: string | undefined
  readonly policy: Policy
  readonly policyUri: string
  readonly decision: Decision
  /** Approvals that counted, and the documents that prove them, by digest. */
  readonly approvals: readonly Approval[]
  readonly proofs: ReadonlyMap<string, string>
  readonly at: Date
  readonly run: string | undefined
}

/**
 * What a log is told of a certification: the certificate or refusal itself, first; the policy where it is another than the log has last;
 * and the key that signed, the exceptions and the approvals that it rests on where the log has them not.
 */
export function certificationLeaves(
  { kind, bundle, key, modelId, model, policy, policyUri, decision, approvals, proofs, at, run }: LoggedCertification,
  known: readonly Leaf[],
  sha256: (text: string) => string,
): LeafWithDocument[] {
  const digest = policyDigest(policy, sha256)
  const about = {
    v: 1,
    at: instant(at),
    ...(model === undefined ? {} : { model }),
    id: `sha256:${modelId}`,
    ...(run === undefined ? {} : { run }),
  } as const
  const entered = new Set(known.map(({ type, document }) => `${type} ${document}`))
  const isNew = ({ leaf }: LeafWithDocument) => !entered.has(`${leaf.type} ${leaf.document}`)
  const named = (text: string) => `sha256:${sha256(text)}`
  const keyText = key && canonicalJson({ schema: `${NAMESPACE}key/v1`, pem: key })
  const inForce = known.findLast(({ type }) => type === 'policy')?.policy
  const policyText = policyLeafDocument(policy, policyUri)
  return [
    { leaf: { ...about, type: kind, document: named(bundle), policy: `sha256:${digest}` }, document: bundle },
    ...(inForce === `sha256:${digest}`
      ? []
      : [
          {
            leaf: {
              v: 1,
              type: 'policy',
              at: about.at,
              document: named(policyText),
              policy: `sha256:${digest}`,
            } as const,
            document: policyText,
          },
        ]),
    ...(keyText
      ? [{ leaf: { v: 1, type: 'key', at: about.at, document: named(keyText) } as const, document: keyText }]
      : []
    ).filter(isNew),
    ...decision.waivers
      .map(canonicalJson)
      .map(text => ({ leaf: { ...about, type: 'waiver' as const, document: named(text) }, document: text }))
      .filter(isNew),
    ...approvals
      .flatMap(approval => {
        const document = proofs.get(approval.document)
        const { id = about.id, ...leaf } = approvalLeaf(approval)
        return document === undefined ? [] : [{ leaf: { ...leaf, id }, document }]
      })
      .filter(isNew),
  ]
}
