import { defineBinaryMetric } from '../../binary-metric.ts'
import type { Estimate } from '../../estimate.ts'
import { areaForm } from '../../roc/area-form.ts'
import { areaUnderCurve } from '../../roc/area-under-curve.ts'
import { pairedAreaUnderCurve } from '../../roc/paired-area-under-curve.ts'

/** 2 AUC − 1: how much more often a positive row scores above a negative one than below it. */
export const gini = defineBinaryMetric({
  id: 'gini',
  title: 'Gini',
  aliases: ['gini-coefficient', 'accuracy-ratio', 'somers-d'],
  better: 'higher',
  range: [-1, 1],
  estimate: (model, level) => twice(areaUnderCurve(model, level), 1),
  compare: (challenger, champion, level) => twice(pairedAreaUnderCurve(challenger, champion, level), 0),
  untested: true,
  form(model, weights) {
    const { value, influence, ...form } = areaForm(model, weights)
    return { ...form, value: 2 * value - 1, influence: influence.map(one => 2 * one) }
  },
})

/** Twice an estimate, less a constant. */
const twice = ({ value, interval, standardError, ...estimate }: Estimate, less: number): Estimate => ({
  ...estimate,
  value: value === null ? null : 2 * value - less,
  ...(interval ? { interval: [2 * interval[0] - less, 2 * interval[1] - less] } : {}),
  ...(standardError === undefined ? {} : { standardError: 2 * standardError }),
})
