import { GATES } from '../evidence.ts'
import type { MetricGroup } from './metric-group.ts'
import type { OwnerLabels } from './owner-labels.ts'

/** The groups that there may be of a model, for who deletes them. */
export const modelGroups = (owner: OwnerLabels): Pick<MetricGroup, 'key' | 'about'>[] => [
  ...GATES.map(gate => ({ key: { ...owner, gate }, about: gate })),
  { key: { ...owner }, about: 'certification' },
]
