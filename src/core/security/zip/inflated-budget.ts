import type { Limits } from '../limits.ts'

/** Harmless at any ratio, in bytes. */
export const HARMLESS_BYTES = 64 * 1024 * 1024

/** What all members of an archive of this many bytes may inflate to together, in bytes. */
export const inflatedBudget = (bytes: number, { ratio }: Limits): number => Math.max(HARMLESS_BYTES, bytes * ratio)
