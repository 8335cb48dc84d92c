/** Distance beyond which a score is no part of the usual. */
export const ODD = 4

/**
 * What is new in a score, given the one before: z − ρ z′ over √(1 − ρ²), a standard normal value again. After a gap or a score far off
 * there is nothing to go by, and the score stands for itself; what is far off counts no more than 4, so that it is no slow change.
 */
export function innovation(z: number, before: number | undefined, correlation: number): number {
  const clipped = Math.max(-ODD, Math.min(ODD, z))
  if (before === undefined || Math.abs(before) > ODD) return clipped
  const fresh = (clipped - correlation * before) / Math.sqrt(1 - correlation * correlation)
  return Math.max(-ODD, Math.min(ODD, fresh))
}
