import type { Column, Side } from '../column.ts'
import { columnLabel } from '../column-label.ts'
import { at } from '../files.ts'
import type { Obstacle } from '../obstacle.ts'

/** A side without a value: what is missing is told by the missing share, but whether the rest has drifted nobody knows. */
export const noValues: Obstacle = ({ name, kind, reference, current }, files) => {
  if (kind === 'text' || kind === 'mixed' || kind === 'embedding' || kind === 'rows') return undefined
  const sides = [
    ...(isEmpty(kind, reference) ? ['the reference'] : []),
    ...(isEmpty(kind, current) ? ['the current table'] : []),
  ]
  if (sides.length === 0) return undefined
  return {
    id: `${columnLabel(name)}.distribution`,
    title: `${columnLabel(name)}: same distribution`,
    status: 'inconclusive',
    measured: { value: null },
    reason: `Expected ${kind === 'numeric' ? 'finite numbers' : 'values'} to compare but found none in ${sides.join(' and ')}`,
    hint: "Fill the column, or name it under 'ignore' if the model does not use it",
    locations: [at(isEmpty(kind, current) ? files.current : files.reference, name)],
  }
}

const isEmpty = (kind: Column['kind'], { numbers, categories, others }: Side): boolean =>
  kind === 'numeric' || kind === 'datetime' ? numbers.length === 0 : categories.size + others === 0
