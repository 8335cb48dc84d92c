import type { Check } from '../../evidence.ts'
import { listed } from '../format.ts'
import type { Card } from './card.ts'

/** Whether everything is said that must be; no card ships with a gap that somebody is asked to fill in. */
export function cardCheck({ required, ...fields }: Card): Check {
  const missing = required.filter(field => fields[field] === undefined)
  const check = {
    id: 'model-card.fields',
    title: 'The model card is complete',
    measured: { value: missing.length, unit: 'fields missing' },
    required: { comparator: '=' as const, value: 0, unit: 'fields missing' },
  }
  return missing.length > 0
    ? {
        ...check,
        status: 'fail',
        reason: `Expected ${listed(required)} in 'model.card' but found no ${listed(missing)}`,
        hint: "Write what is missing, or take it off 'model.card.required'",
      }
    : {
        ...check,
        status: 'pass',
        reason: required.length === 0 ? 'No field is required' : `${listed(required)} are there`,
      }
}
