import { cramerVonMises2samp } from '../../stats/index.ts'
import { byTest } from '../by-test.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts'

/** The KS distance, judged by the Cramér–von Mises test. */
export const cramerVonMises = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'cramer-von-mises',
  title: 'Cramér–von Mises test',
  variant:
    "p as scipy's cramervonmises_2samp (method auto: exact where neither side has more than 20 values, else the limiting law with the " +
    'correction of Anderson 1962; midranks). The effect is the KS distance with its bounds: ' +
    'the statistic itself has no scale that a limit could be set on',
  accepts: ['numeric', 'datetime'],
  quantity: kolmogorovSmirnov.quantity,
  needs: 'at least two values a side',
  measure(column, alpha) {
    const [x, y] = [column.reference.numbers, column.current.numbers]
    if (x.length < 2 || y.length < 2) return undefined
    return byTest(kolmogorovSmirnov.measure(column, alpha), cramerVonMises2samp(x, y).pValue)
  },
})
