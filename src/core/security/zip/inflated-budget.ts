/** Harmless at any ratio, in bytes; and the highest ratio beyond. */
export const HARMLESS_BYTES = 64 * 1024 * 1024
const MAX_RATIO = 100

/** What all members of an archive of this many bytes may inflate to together, in bytes. */
export const inflatedBudget = (bytes: number): number => Math.max(HARMLESS_BYTES, bytes * MAX_RATIO)
