import { andersonKSamp } from '../../stats/index.ts'
import { byTest } from '../by-test.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts'

/** The KS distance, judged by the Anderson–Darling test of two samples. */
export const andersonDarling = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'anderson-darling',
  title: 'Anderson–Darling test',
  variant:
    "p as scipy's anderson_ksamp (Scholz and Stephens 1987, midranks), interpolated in their table: never below 0.001 nor above 0.25, " +
    'so that nothing is significant once p is adjusted over more than α / 0.001 tests. The effect is the KS distance with its bounds: ' +
    'the statistic itself has no scale that a limit could be set on',
  accepts: ['numeric', 'datetime'],
  quantity: kolmogorovSmirnov.quantity,
  needs: 'at least two different values and four in all',
  measure(column, alpha) {
    const [x, y] = [column.reference.numbers, column.current.numbers]
    if (x.length === 0 || y.length === 0 || x.length + y.length < 4) return undefined
    const constant = x[0] === y[0] && x.at(-1) === x[0] && y.at(-1) === y[0]
    return byTest(kolmogorovSmirnov.measure(column, alpha), constant ? 1 : andersonKSamp([x, y]).pValue)
  },
})
