import type { Check } from '../../evidence.ts'
import type { Rule } from '../define-check.ts'
import { locations } from '../wording/locations.ts'

/** A rule whose measures could not be taken where the table is: never a pass. */
export const notMeasured = (rule: Rule, reason: string): Check => ({
  id: rule.id,
  title: rule.where ? `${rule.title}, where ${rule.where.source}` : rule.title,
  status: 'inconclusive',
  measured: { value: null },
  reason,
  hint: 'Ask for less, name a key of the table, or measure a file of it instead',
  locations: locations(rule),
})
