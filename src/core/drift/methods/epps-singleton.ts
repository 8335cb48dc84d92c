import { eppsSingleton2samp } from '../../stats/index.ts'
import { byTest } from '../by-test.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts'

/** The KS distance, judged by the test of Epps and Singleton. */
export const eppsSingleton = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'epps-singleton',
  title: 'Epps–Singleton test',
  variant:
    "p as scipy's epps_singleton_2samp: characteristic functions at 0.4 and 0.8 of the semi-interquartile range, χ² law, corrected below " +
    '25 values a side. Compares smooth and discrete values alike. The effect is the KS distance with its bounds: ' +
    'the statistic itself has no scale that a limit could be set on',
  accepts: ['numeric', 'datetime'],
  quantity: kolmogorovSmirnov.quantity,
  needs: 'at least five values a side, whose quartiles differ,',
  measure(column, alpha) {
    const [x, y] = [column.reference.numbers, column.current.numbers]
    if (x.length < 5 || y.length < 5) return undefined
    return byTest(kolmogorovSmirnov.measure(column, alpha), pValue(x, y))
  },
})

function pValue(x: Float64Array, y: Float64Array): number | undefined {
  try {
    return eppsSingleton2samp(x, y).pValue
  } catch (error) {
    // It refuses values whose quartiles are one, and that is told better by the caller.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
