const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** Days before its end by which a certificate should be reviewed, unless the policy says otherwise. */
const REVIEW_DAYS = 30;

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
const instant = (at      )         => `${at.toISOString().slice(0, 19)}Z`;

/**
 * The time a certificate holds: from `at`, for `days` days of 24 hours, and no longer than what it rests on. `reviewBy` is the day, in
 * UTC, by which somebody should look again: `reviewDays` before the end, but not before the beginning.
 */
function validityOf(at      , days        , ends                  = [], reviewDays = REVIEW_DAYS) {
  const end = Math.min(at.getTime() + days * DAY_MS, ...ends.map(end => end.getTime() - SECOND_MS));
  return {
    notBefore: instant(at),
    notAfter: instant(new Date(end)),
    reviewBy: instant(new Date(Math.max(at.getTime(), end - reviewDays * DAY_MS))).slice(0, 10),
  }
}

export { instant as i, validityOf as v };
