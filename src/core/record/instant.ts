const DAY_MS = 86_400_000

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
export const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** The time a certificate holds: from `at`, for `days` days of 24 hours. */
export const validityOf = (at: Date, days: number) => ({
  notBefore: instant(at),
  notAfter: instant(new Date(at.getTime() + days * DAY_MS)),
})
