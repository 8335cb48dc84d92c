import type { Estimate } from '../estimate.ts'
import { type Gap, isGap } from '../estimators/gap.ts'
import type { Metric } from '../metric.ts'
import { compareByForm } from './compare-by-form.ts'
import { type Design, isPlain } from './design.ts'
import { equalityTest } from './equality-test.ts'
import { estimateByForm } from './estimate-by-form.ts'
import type { Form } from './form.ts'

/** A metric of a model: by its own method where every row counts once and stands for itself, else by its form. */
export function estimateIn<E>(metric: Metric<E>, model: E, design: Design): Estimate {
  const { id, form } = metric
  const own = metric.estimate(model, design.level)
  if (own.value === null) return own
  if (!isPlain(design)) {
    const found = form?.(model, design.weights)
    return found && !isGap(found) ? estimateByForm(found, design, id) : withoutMethod(own, design)
  }
  if (own.interval || own.gap !== undefined || !form) return own
  const made = form(model)
  if (isGap(made)) return own
  const { value: _, ...found } = estimateByForm(made, design, id)
  return { ...own, ...found }
}

/** Its value, with the interval only where that costs nothing. */
export const valueIn = <E>(metric: Metric<E>, model: E, design: Design): Estimate =>
  isPlain(design) ? metric.estimate(model, design.level) : estimateIn(metric, model, design)

/** The gain over a champion, for a metric that has a method. */
export function gainIn<E>(metric: Metric<E>, challenger: E, champion: E, design: Design): Estimate {
  const { id, better, compare, form, untested } = metric
  if (compare && isPlain(design)) {
    const found = compare(challenger, champion, design.level)
    const equality = untested ? undefined : tested(form?.(challenger), form?.(champion), design, id)
    return equality ? { ...found, equality } : found
  }
  if (form) {
    const { weights } = design
    const [own, its] = [form(challenger, weights), form(champion, weights)]
    if (isGap(own)) return { value: null, n: 0, ...own }
    if (isGap(its)) return { value: null, n: 0, ...its }
    return compareByForm(own, its, { design, purpose: id, better: better === 'lower' ? 'lower' : 'higher' })
  }
  const { level } = design
  return withoutMethod(compare?.(challenger, champion, level) ?? { value: null, n: 0 }, design)
}

const tested = (own: Form | Gap | undefined, its: Form | Gap | undefined, design: Design, purpose: string) =>
  own && its && !isGap(own) && !isGap(its) ? equalityTest(own, its, design, purpose) : undefined

/** Without the interval, which rests on rows that stand for themselves; weighted, the value is another, too. */
const withoutMethod = ({ value, n }: Estimate, { weights }: Design): Estimate => ({
  value: weights ? null : value,
  n,
  gap: `it has no method for ${weights ? 'weighted' : 'clustered'} rows`,
})
