import { normal, studentT } from '../../stats/index.ts'
import { countDistance } from './count-distance.ts'
import { innovation } from './innovation.ts'
import { correlationOfNeighbours, longRunFactor } from './neighbours.ts'
import type { Score } from './prepared.ts'
import { robustScale } from './robust-scale.ts'
import { PLAIN, scaleOf } from './scale.ts'
import { type Profile, profilesOf } from './season-profile.ts'
import type { Series } from './settings.ts'
import { spreadAlong } from './spread-along.ts'

/** Smallest standard deviation that is believed, as a share of what is expected. */
const FLOOR = 0.02
/** Values below which nothing is learnt. */
const FEWEST = 20
/** Furthest distance that is told apart. */
const FURTHEST = 37

export interface Timed {
  readonly time: number
  readonly value: number
}

/** What a stretch of a series has taught: what to expect at a time, and how far off values are. */
export interface Model {
  readonly profile: string
  readonly correlation: number
  /** How much more sums of what is new vary than those of independent values. */
  readonly longRun: number
  score(time: number, value: number): Score | undefined
}

/**
 * Learns from values by their time: volumes as ln(1 + x) and latencies as ln x, so that changes are relative. The profile is the one that
 * is nearest to values left out of it. Distances are Student's, with as many degrees of freedom as independent values would have given,
 * and are told as the normal distances of the same chance.
 */
export function valueModel(known: readonly Timed[], { kind, season }: Series, every: number): Model | undefined {
  if (known.length < FEWEST) return undefined
  const scale = scaleOf(
    kind,
    known.map(({ value }) => value),
  )
  const values = known.map(({ time, value }) => ({ time, y: scale.to(value) }))
  const best = profilesOf(values, every, season)
    .map(profile => ({ profile, spread: robustScale(profile.left) }))
    .reduce<{ profile: Profile; spread: number } | undefined>((a, b) => (a && a.spread <= b.spread ? a : b), undefined)
  if (!best) return undefined
  const { profile } = best
  // Of values that never vary: any change is beyond it, and a change of none is none.
  const spread = Math.max(best.spread, Number.MIN_VALUE)
  const left = inOrder(values, profile.left, every)
  const correlation = correlationOfNeighbours(left, spread)
  const fresh = left.map((value, i) => {
    const before = left[i - 1]
    return value === undefined
      ? undefined
      : innovation(value / spread, before === undefined ? undefined : before / spread, correlation)
  })
  const independent = Math.max(4, ((values.length - profile.parameters) * (1 - correlation)) / (1 + correlation))
  const spreadAt = spreadAlong(
    values.map(({ time }) => profile.expected(time)),
    profile.left,
  )
  return {
    profile: profile.name,
    correlation,
    longRun: longRunFactor(fresh),
    score(time, value) {
      const centre = profile.expected(time)
      if (centre === undefined) return undefined
      const { sd: near, share } = spreadAt(centre)
      const student = studentT(Math.max(3, independent * share - 1))
      const widened = near * Math.sqrt(1 + Math.PI / 2 / independent)
      const expected = scale.from(centre)
      // Of counts, chance alone asks for √λ: √λ / (1 + λ) of ln(1 + x).
      const chance = kind === 'volume' ? Math.sqrt(Math.max(0, expected)) / (1 + Math.max(0, expected)) : 0
      const floor = scale === PLAIN ? FLOOR * Math.abs(expected) : FLOOR
      const sd = Math.max(widened, chance, floor, Number.MIN_VALUE)
      const zOf = (x: number) => {
        const t = (scale.to(x) - centre) / sd
        const z = normal.isf(student.sf(Math.abs(t)))
        const counted =
          kind === 'volume'
            ? Math.abs(countDistance(x, expected, Math.sqrt(Math.max(0, sd * sd - chance * chance))))
            : z
        return Math.sign(t) * Math.min(FURTHEST, Number.isNaN(z) ? 0 : z, counted)
      }
      return {
        expected,
        z: zOf(value),
        zOf,
        at: z => finite(scale.from(centre + Math.sign(z) * student.isf(normal.sf(Math.abs(z))) * sd)),
      }
    },
  }
}

const finite = (x: number) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x))

/** Residuals bucket by bucket, undefined where there is none. */
function inOrder(values: readonly { time: number }[], left: readonly number[], every: number): (number | undefined)[] {
  const first = values[0]?.time ?? 0
  const out: (number | undefined)[] = []
  for (const [i, { time }] of values.entries()) {
    const place = Math.round((time - first) / every)
    while (out.length < place) out.push(undefined)
    out.push(left[i])
  }
  return out
}
