const DAY_MS = 86_400_000
const SECOND_MS = 1000

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
export const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** The time a certificate holds: from `at`, for `days` days of 24 hours, and no longer than what it rests on. */
export const validityOf = (at: Date, days: number, ends: readonly Date[] = []) => ({
  notBefore: instant(at),
  notAfter: instant(new Date(Math.min(at.getTime() + days * DAY_MS, ...ends.map(end => end.getTime() - SECOND_MS)))),
})
