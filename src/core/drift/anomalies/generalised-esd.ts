import { z } from 'zod'
import { generalisedEsd as test } from '../../stats/index.ts'
import { figure } from '../figure.ts'
import { matters } from '../series/harm.ts'
import { defineRule } from '../series/rule.ts'
import { runsText, share } from '../series/wording.ts'

/** Fewest values for which Rosner's critical values hold. */
const FEWEST = 25

/** Several outliers among the judged buckets, however they mask one another. */
export const generalisedEsd = defineRule({
  id: 'generalised-esd',
  title: 'Generalised ESD',
  variant:
    'Generalised extreme Studentised deviate test (Rosner 1983) of the judged buckets’ distances from their season or rate, against their own mean and standard deviation: ' +
    'R against λ at alpha, for at most a tenth of them and 50, at least 25 of them. An outlier counts where its change matters',
  claim: 'no outliers among the judged buckets',
  usual: [],
  options: z.strictObject({
    most: z.int().min(1).max(1000).optional().meta({ description: 'Outliers looked for at most' }),
  }),
  inferential: true,
  judge(series, { most }, alpha) {
    const known = series.scores.flatMap((score, place) => (score ? [{ score, place }] : []))
    if (known.length === 0) return undefined
    if (known.length < FEWEST)
      return {
        status: 'inconclusive',
        measured: { value: known.length, unit: 'buckets', method: 'generalised-esd' },
        required: { comparator: '>=', value: FEWEST, unit: 'buckets' },
        reason: `Expected at least ${FEWEST} judged buckets but found ${known.length}: the test's critical values do not hold for fewer`,
        hint: "Judge more with 'judge', or shorten 'every'",
      }
    const { steps, outliers } = test(
      known.map(({ score }) => score.z),
      most ?? Math.min(50, Math.floor(known.length / 10)),
      alpha,
    )
    const off = outliers.flatMap(i => {
      const one = known[i]
      const value = one && series.buckets[one.place]?.value
      return one && value !== undefined && matters(series, value, one.score.expected) ? [one.place] : []
    })
    const [largest] = steps
    const numbers = {
      measured: {
        value: largest?.statistic ?? 0,
        unit: 'standard deviations',
        method: 'generalised-esd',
        n: known.length,
      },
      required: { comparator: '<=' as const, value: largest?.critical ?? 0, unit: 'standard deviations' },
    }
    return off.length > 0
      ? {
          ...numbers,
          status: 'fail',
          reason: `Expected no outliers but found ${share(series, off.length)}: ${runsText(series, off)}`,
          hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
          flagged: off,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected no outliers that matter and found none in ${share(series, known.length)}: the largest deviate is ${figure(largest?.statistic ?? 0)}`,
        }
  },
})
