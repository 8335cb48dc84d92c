import type { MetricInfo } from '../metric.ts'
import { caughtBy } from './caught-by.ts'
import type { Degradation, Subject } from './degradation.ts'
import type { Judgement } from './judge-copy.ts'
import type { Degraded, Smallest, Tried } from './selftest-result.ts'
import type { SizeSearch } from './size-search.ts'

/** Tries a degradation in all its sizes, and looks for the smallest that is caught. */
export function tryOut(degradation: Degradation, subject: Subject, search: SizeSearch, own: Judgement): Degraded {
  const { id, title, sizes } = degradation
  const show = (size: number) => degradation.show(size, subject.settings)
  const from = degradation.mustCatch(subject) ?? Number.POSITIVE_INFINITY
  const { metrics } = subject.task
  const tried = sizes.map((size): Tried => {
    const judgement = search.at(size)
    return {
      size,
      shown: show(size),
      verdict: judgement.verdict,
      must: size >= from,
      caughtBy: caughtBy(judgement),
      metrics: [...judgement.values].map(([metric, value]) => ({
        id: metric,
        value,
        drop: dropOf(
          metrics.find(one => one.id === metric),
          own.values.get(metric),
          value,
        ),
      })),
    }
  })
  const greatest = sizes.at(-1) ?? 0
  const isSearched = sizes.length > 1 && search.at(greatest).faults.length === 0
  return {
    id,
    title,
    tried,
    ...(isSearched ? { smallest: { upTo: show(greatest), ...smallestOf(search, show) } } : {}),
  }
}

function smallestOf({ smallest }: SizeSearch, show: (size: number) => string): Omit<Smallest, 'upTo'> {
  const found = (holds: (judgement: Judgement) => boolean) => {
    const size = smallest(holds)
    return size === undefined ? null : { size, shown: show(size) }
  }
  return {
    notPassed: found(({ verdict }) => verdict !== 'passed'),
    failed: found(({ verdict }) => verdict === 'failed'),
  }
}

/** How much worse a metric has become. */
function dropOf(metric: Pick<MetricInfo, 'better'> | undefined, from: number | null | undefined, to: number | null) {
  if (typeof from !== 'number' || typeof to !== 'number') return null
  switch (metric?.better) {
    case 'higher':
      return from - to
    case 'lower':
      return to - from
    default:
      return Math.abs(to) - Math.abs(from)
  }
}
