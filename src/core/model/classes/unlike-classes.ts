import type { Check } from '../../evidence.ts'
import { listed } from '../format.ts'
import type { Predictions } from '../predictions/predictions.ts'
import { classesOf } from './classes-of.ts'

/** An inconclusive check where one model predicts classes that the other never heard of: means over the classes would differ in kind. */
export function unlikeClasses(challenger: Predictions, champion: Predictions): Check[] {
  const own = classesOf(challenger.rows, {})
  const its = classesOf(champion.rows, {})
  const only = (mine: string[], other: string[]) =>
    mine.filter(name => !other.includes(name)).map(name => `'${name.slice(0, 40)}'`)
  const found = [
    ...[only(own, its)]
      .filter(names => names.length > 0)
      .map(names => `${listed(names)} only in ${challenger.source.file}`),
    ...[only(its, own)]
      .filter(names => names.length > 0)
      .map(names => `${listed(names)} only in ${champion.source.file}`),
  ]
  if (found.length === 0) return []
  return [
    {
      id: 'champion.classes',
      title: "Challenger's and champion's classes are the same",
      status: 'inconclusive',
      reason: `Expected the same classes in ${challenger.source.file} and ${champion.source.file} but found ${listed(found)}`,
      hint: 'Compare models that tell the same classes apart',
      locations: [{ file: challenger.source.file }, { file: champion.source.file }],
    },
  ]
}
