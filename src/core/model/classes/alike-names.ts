import type { Check } from '../../evidence.ts'
import { listed } from '../format.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'

/** An inconclusive check where names of classes differ in nothing but case and spaces: probably one class written in two ways. */
export function alikeNames({ file, role }: PredictionSource, classes: readonly string[]): Check[] {
  const byFolded = Map.groupBy(classes, name => name.trim().replaceAll(/\s+/g, ' ').toLowerCase())
  const alike = [...byFolded.values()].filter(names => names.length > 1)
  if (alike.length === 0) return []
  return [
    {
      id: `${role}.classes`,
      title: `Classes of ${file}`,
      status: 'inconclusive',
      measured: { value: alike.length, unit: 'classes' },
      required: { comparator: '=', value: 0, unit: 'classes' },
      reason: `Expected classes to differ in more than case and spaces but found ${listed(alike.map(names => names.map(name => `'${name.slice(0, 40)}'`).join(' beside ')))}`,
      hint: 'Write each class in one way, in the labels and in the predictions',
      locations: [{ file }],
    },
  ]
}
