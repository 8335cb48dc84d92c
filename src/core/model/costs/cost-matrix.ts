import type { ClassCosts } from '../classes/multiclass-evaluation.ts'
import type { Gap } from '../estimators/gap.ts'
import { listed } from '../format.ts'

/**
 * The costs of the settings by the places of the true and the predicted class, true × classes + predicted. A row that is predicted
 * rightly costs nothing unless given; a cost that is missing, or of a class that there is not, is a mistake and not nought.
 */
export function costMatrix(costs: ClassCosts, classes: readonly string[]): Float64Array | Gap {
  const given = new Map(Object.entries(costs).map(([truth, row]) => [truth, new Map(Object.entries(row))]))
  const unknown = [...given].flatMap(([truth, row]) => [truth, ...row.keys()]).find(name => !classes.includes(name))
  if (unknown !== undefined)
    return { gap: `'certify.class-costs' names '${unknown.slice(0, 60)}', which is no class of these rows` }
  const pairs = classes.flatMap(truth => classes.map(predicted => ({ truth, predicted })))
  const missing = pairs.filter(({ truth, predicted }) => truth !== predicted && !given.get(truth)?.has(predicted))
  if (missing.length > 0)
    return {
      gap: `'certify.class-costs' has no cost of ${listed(
        missing.map(({ truth, predicted }) => `'${truth.slice(0, 40)}' predicted '${predicted.slice(0, 40)}'`),
        3,
      )}`,
    }
  const matrix = Float64Array.from(pairs, ({ truth, predicted }) => given.get(truth)?.get(predicted) ?? 0)
  return matrix.every(cost => cost === matrix[0]) ? { gap: "every cost of 'certify.class-costs' is the same" } : matrix
}
