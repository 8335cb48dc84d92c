import type { Waiver } from '../../security/waivers/waiver.ts'
import type { RuleWaiver } from '../policy/rule-waiver.ts'

/** A certificate that was found, as far as its review needs it. */
export interface FoundCertificate {
  /** The model as its owner calls it. */
  readonly model: { readonly name?: string | undefined; readonly version?: string | undefined; readonly id: string }
  readonly notAfter: string
  /** Where it was found, for people: a path, a release, the log's entry. */
  readonly where: string
}

/** Something that holds until a day, and has to be looked at before. */
export interface Reviewable {
  readonly kind: 'certificate' | 'waiver'
  /** The same for what replaces it: the model's name, or what is excepted. */
  readonly key: string
  /** After "Certificate of" or "Waiver of". */
  readonly what: string
  /** The moment from which it no longer holds. */
  readonly ends: Date
  readonly where: string
  /** Who answers for it. */
  readonly owner?: string | undefined
  readonly reason?: string | undefined
}

/** How long before its end something is due where the policy does not say, in days. */
export const REVIEW_DAYS = 30

const DAY_MS = 86_400_000

/** What has ended by `now`, and what ends within so many days; the first to end first. */
export function dueOf(
  all: readonly Reviewable[],
  now: Date,
  days: number,
): { ended: Reviewable[]; ending: Reviewable[] } {
  const sorted = all.toSorted((one, other) => one.ends.getTime() - other.ends.getTime())
  const until = now.getTime() + days * DAY_MS
  return {
    ended: sorted.filter(({ ends }) => ends.getTime() <= now.getTime()),
    ending: sorted.filter(({ ends }) => ends.getTime() > now.getTime() && ends.getTime() <= until),
  }
}

export type AnyWaiver = Waiver | RuleWaiver
