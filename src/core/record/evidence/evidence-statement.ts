import { z } from 'zod'
import type { Evidence, GateName } from '../../evidence.ts'
import { modelId } from '../model/model-id.ts'
import { STATEMENT_TYPE } from '../statement/identifiers.ts'
import { statementHead } from '../statement/statement-head.ts'
import { statementShape } from '../statement/statement-shape.ts'
import { TEST_RESULT, TestResult, testResultOf } from './test-result.ts'

/** What one gate found about one model: in-toto Statement v1. */
export const EvidenceStatement = z.object({
  ...statementShape,
  predicateType: z.literal(TEST_RESULT),
  predicate: TestResult,
})
export type EvidenceStatement = z.infer<typeof EvidenceStatement>

/** The statement of a gate's evidence about the model files that it names itself; undefined where it names none. */
export function evidenceStatement(
  evidence: Evidence,
  file: { readonly sha256: string } | { readonly commitment: string },
  sha256: (text: string) => string,
): EvidenceStatement | undefined {
  const { subject } = evidence
  if (subject.length === 0) return undefined
  return EvidenceStatement.parse({
    ...statementHead({ modelId: modelId(subject, sha256), subject }),
    _type: STATEMENT_TYPE,
    predicateType: TEST_RESULT,
    predicate: testResultOf(evidence, file),
  })
}

/** Names of the statements among the evidence: one for each gate, the bill of materials, and what is known of vulnerabilities. */
export type EvidenceName = GateName | 'bom' | 'vulns'
