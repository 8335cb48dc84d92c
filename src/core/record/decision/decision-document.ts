import type { GateName } from '../../evidence.ts'
import { NAMESPACE } from '../../identifiers.ts'
import type { Decision, DecisionInput } from './decide.ts'
import { documentName, type EvidenceDocument, isReadable } from './evidence-document.ts'
import { factsOf } from './facts/facts-of.ts'
import { withoutConfidential } from './without-confidential.ts'

/** What the document calls itself. */
export const DECISION_SCHEMA = `${NAMESPACE}decision/v1` as const

/**
 * Everything that was decided on, and the decision, for another policy engine to decide again: the policy, the model, the evidence by
 * digest, and what it says in the words of rules; of confidential evidence its verdict alone. It is not signed: the certificate has the
 * digests of policy and evidence.
 */
export function decisionDocument(
  input: DecisionInput,
  { verdict, rules, notes }: Decision,
  confidential: ReadonlySet<GateName> = new Set(),
): object {
  const { documents, policy, modelId, subject, commit, at } = input
  const open = documents.filter(({ gate }) => !confidential.has(gate))
  return {
    schema: DECISION_SCHEMA,
    input: {
      at: at.toISOString(),
      model: `sha256:${modelId}`,
      subject,
      ...(commit === undefined ? {} : { commit }),
      policy,
      evidence: open.map(document => ({
        gate: document.gate,
        file: documentName(document),
        ...(document.sha256 === undefined ? {} : { sha256: document.sha256 }),
        ...(isReadable(document)
          ? {
              verdict: document.evidence.verdict,
              finishedAt: document.evidence.run.finishedAt,
              subject: document.evidence.subject,
            }
          : { unreadable: document.unreadable }),
      })),
      ...(confidential.size === 0
        ? {}
        : { confidential: documents.filter(each => confidential.has(each.gate)).map(verdictOf) }),
      facts: open.filter(isReadable).flatMap(({ evidence }) => factsOf(evidence)),
    },
    decision: { verdict, rules: withoutConfidential(rules, policy, confidential), notes },
  }
}

const verdictOf = (document: EvidenceDocument) => ({
  gate: document.gate,
  ...(isReadable(document) ? { verdict: document.evidence.verdict } : {}),
})
