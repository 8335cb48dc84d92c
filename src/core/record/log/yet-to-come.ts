/** How far the clocks of two writers may be apart. */
const CLOCK_SKEW_MS = 10 * 60_000

/** Whether a time that an entry names is yet to come: no entry after it could be said to be earlier, so none may be. */
export const yetToCome = (at: string, now: Date): boolean => Date.parse(at) > now.getTime() + CLOCK_SKEW_MS
