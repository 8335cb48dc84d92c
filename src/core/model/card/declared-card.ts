import type { Settings } from '../../settings/schema.ts'
import type { ModelResult } from '../result.ts'
import type { Card } from './card.ts'

/** What is declared of a model, as the evidence keeps it. */
export function declaredCard(
  { required: _, ...fields }: Card,
  { name, version }: Settings['model'],
): NonNullable<ModelResult['card']> {
  return { ...fields, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) }
}
