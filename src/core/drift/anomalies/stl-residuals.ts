import { z } from 'zod'
import { medianOf, normal, stl } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { countDistance } from '../series/count-distance.ts'
import { distanceLimit } from '../series/episodes.ts'
import { offLimits } from '../series/off-limits.ts'
import { robustScale } from '../series/robust-scale.ts'
import { defineRule } from '../series/rule.ts'
import { scaleOf } from '../series/scale.ts'

const DAY = 86_400_000
/** Seasons that a decomposition needs: of two, the robust one follows every value. */
const SEASONS = 3
/** Largest share of buckets that may be filled in. */
const GAPS = 0.05
/** Values from which fits are made at a tenth of their window's places only. */
const LONG = 3000

/** What is left of each judged bucket once trend and season are taken off. */
export const stlResiduals = defineRule({
  id: 'stl-residuals',
  title: 'STL residuals',
  variant:
    'Residuals of a robust STL decomposition of the whole series (Cleveland et al. 1990, seasonal window 7), in standard deviations: the largest of the MAD, the 95th and the 99th percentile of all residuals, each over its normal value, of ln(1 + x) of volumes, ln x of latencies, 2 arcsin √p of counted rates weighted by √n. ' +
    'Period: a week where there are three, else a day. Gaps of at most 5 % are filled with the median of their place in the period. Off where it exceeds 3.5 and what any of the buckets exceeds with chance alpha (Bonferroni), and the change matters',
  claim: 'no bucket off trend and season',
  usual: [],
  options: z.strictObject({
    period: z.int().min(2).max(10_000).optional().meta({ description: 'Buckets in one season' }),
    seasonal: z
      .int()
      .min(3)
      .max(999)
      .default(7)
      .meta({ description: 'Window of the seasonal smoother, in seasons; odd' }),
    limit: z
      .number()
      .gt(0)
      .max(30)
      .default(3.5)
      .meta({ description: 'Standard deviations below which nothing is off' }),
  }),
  inferential: true,
  judge(series, { period: asked, seasonal, limit }, alpha) {
    const { buckets, every } = series
    if (series.judged === 0) return undefined
    const [day, week] = [Math.round(DAY / every), Math.round((7 * DAY) / every)]
    const period = asked ?? (buckets.length >= SEASONS * week || day < 2 ? week : day)
    const given = buckets.map((bucket, place) => (series.isYoung(place) ? undefined : bucket?.value))
    const scale = scaleOf(
      series.settings.kind,
      given.filter(value => value !== undefined),
      series.counted,
    )
    const values = given.map(value => (value === undefined ? undefined : scale.to(value)))
    const length = values.findLastIndex(value => value !== undefined) + 1
    const missing = values.slice(0, length).filter(value => value === undefined).length
    if (period < 2 || length < SEASONS * period)
      return {
        status: 'inconclusive',
        measured: { value: length, unit: 'buckets', method: 'stl-residuals' },
        required: { comparator: '>=', value: SEASONS * Math.max(2, period), unit: 'buckets' },
        reason: `Expected at least ${SEASONS} full periods of ${Math.max(2, period)} buckets but found ${grouped(length)} buckets`,
        hint: "Give a longer log, or a shorter 'period'",
      }
    if (missing > GAPS * length)
      return {
        status: 'inconclusive',
        measured: { value: missing, unit: 'buckets', method: 'stl-residuals', n: length },
        required: { comparator: '<=', value: Math.floor(GAPS * length), unit: 'buckets' },
        reason: `Expected a series without large gaps but found ${grouped(missing)} of ${grouped(length)} buckets without a value`,
        hint: 'Find out why they are missing',
      }
    const ofPlace = Array.from({ length: period }, (_, phase) =>
      medianOf(
        values
          .slice(0, length)
          .flatMap((value, place) => (value !== undefined && place % period === phase ? [value] : [])),
      ),
    )
    const known = values.slice(0, length).map((value, place) => value ?? ofPlace[place % period] ?? 0)
    const { residual } = stl(known, {
      period,
      seasonal: seasonal % 2 === 0 ? seasonal + 1 : seasonal,
      robust: true,
      jump: length > LONG ? Math.ceil(period / 10) : 1,
    })
    // Chance has a share vary by its requests.
    const weight = (place: number) => (series.counted ? Math.sqrt(Math.max(1, buckets[place]?.traffic ?? 1)) : 1)
    // Robust fits follow most values closely and leave the far ones alone: the middle of the residuals is too small a measure.
    const spread = Math.max(
      robustScale(
        [...residual].map((left, place) => left * weight(place)),
        [0.5, 0.95, 0.99],
      ),
      Number.MIN_VALUE,
    )
    return offLimits(series, {
      method: 'stl-residuals',
      limit: Math.max(limit, distanceLimit(series, alpha)),
      pValue: normal.sf,
      score(place) {
        const value = known[place]
        if (!series.scores[place] || value === undefined) return undefined
        const centre = value - (residual[place] ?? 0)
        const own = spread / weight(place)
        const expected = scale.from(centre)
        const zOf = (x: number) => {
          const distance = (scale.to(x) - centre) / own
          if (series.settings.kind !== 'volume') return distance
          const relative = Math.sqrt(Math.max(0, own * own - 1 / (1 + expected)))
          return Math.sign(distance) * Math.min(Math.abs(distance), Math.abs(countDistance(x, expected, relative)))
        }
        return {
          expected,
          z: zOf(scale.from(value)),
          zOf,
          at: distance => scale.from(centre + distance * own),
        }
      },
    })
  },
})
