import type { Due } from '../../core/record/promotion/dues-of.ts'
import type { Life, ModelLife, TargetLife } from '../../core/record/promotion/life.ts'
import type { Verdict } from '../../core/verdict.ts'
import { day } from './lanes.ts'

/** What a report of models' lives is made of. */
export interface LifeReport {
  /** The log it was read from. */
  readonly log: string
  /** Why the witnesses of the log do not stand for what it says. */
  readonly unwitnessed?: string
  readonly life: Life
  readonly targets: readonly (TargetLife & { readonly verdict: Verdict; readonly found: string })[]
  readonly dues: readonly Due[]
}

/** One thing that happened, for a list in the order of time. */
export interface Told {
  readonly at: string
  readonly model: string
  readonly what: string
  readonly more: string
}

/** A model's certificate in a few words: the best of those it has. */
export function certificateWords({ certificates }: ModelLife): string {
  const [best] = certificates.toSorted(
    (a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state) || Date.parse(b.at) - Date.parse(a.at),
  )
  if (!best) return 'none'
  const { state, notAfter, revocation } = best
  if (state === 'revoked') return `revoked on ${day(revocation?.at ?? best.at)}: ${revocation?.reason ?? ''}`
  if (state === 'unknown') return 'its validity cannot be told: the log does not keep it'
  if (state === 'early') return `valid from ${day(best.notBefore ?? '')}`
  return `${state === 'valid' ? 'valid until' : 'expired on'} ${day(notAfter ?? '')}`
}

const RANK = ['valid', 'early', 'unknown', 'expired', 'revoked']

/** Everything that happened to the models, oldest first. */
export function story({ models }: Life): Told[] {
  return models
    .flatMap(({ name, certificates, stays, events }) => [
      ...certificates.map(({ at, sha256, notAfter }) => ({
        at,
        model: name,
        what: 'Certificate',
        more: `${sha256.slice(0, 12)}${notAfter === undefined ? '' : `, valid until ${day(notAfter)}`}`,
      })),
      ...certificates.flatMap(({ revocation, sha256 }) =>
        revocation
          ? [
              {
                at: revocation.at,
                model: name,
                what: 'Revocation',
                more: `${sha256.slice(0, 12)}: ${revocation.reason}${by(revocation.by)}`,
              },
            ]
          : [],
      ),
      ...stays.map(({ from, target, kind, by: who, reason }) => ({
        at: from,
        model: name,
        what: kind === 'promotion' ? 'Promotion' : 'Back in production',
        more: `${target}${by(who)}${reason === undefined ? '' : `: ${reason}`}`,
      })),
      ...events.map(({ at, type, text, until }) => ({
        at,
        model: name,
        what: `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`,
        more: `${text}${until === undefined ? '' : ` (until ${day(until)})`}`,
      })),
    ])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

const by = (who: string | undefined) => (who === undefined ? '' : `, by ${who}`)

/** The time line in a sentence, for who cannot see it. */
export const inWords = ({ models, now }: Life): string =>
  `${models.length === 1 ? 'One model' : `${models.length} models`} as of ${day(now)}: ${models
    .map(model => `${model.name}, certificate ${certificateWords(model)}`)
    .join('; ')}. Every event is in the table below.`
