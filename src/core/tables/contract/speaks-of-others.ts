import type { SchemaObject } from './contract.ts'
import { argumentsOf, Implementation } from './implementation.ts'
import type { QualityRule } from './quality.ts'

/** Whether a table of the contract has a rule that holds it against another. */
export const speaksOfOthers = ({ relationships, quality, properties }: SchemaObject): boolean =>
  (relationships ?? []).length > 0 ||
  (quality ?? []).some(ofOther) ||
  (properties ?? []).some(
    property => (property.relationships ?? []).length > 0 || (property.quality ?? []).some(ofOther),
  )

function ofOther({ engine, implementation }: QualityRule): boolean {
  const read = engine === 'proofmark' ? Implementation.safeParse(implementation) : undefined
  return read?.success === true && argumentsOf(read.data).other_table !== undefined
}
