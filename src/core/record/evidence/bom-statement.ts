import type { Subject } from '../../evidence.ts'
import { modelId } from '../model/model-id.ts'
import { statementHead } from '../statement/statement-head.ts'

/** Predicate type of a CycloneDX bill of materials (in-toto, spec/predicates/cyclonedx.md). */
export const CYCLONEDX = 'https://cyclonedx.org/bom'

/** The statement that a bill of materials is the model's. */
export const bomStatement = (bom: object, subject: readonly Subject[], sha256: (text: string) => string) => ({
  ...statementHead({ modelId: modelId(subject, sha256), subject }),
  predicateType: CYCLONEDX,
  predicate: bom,
})
