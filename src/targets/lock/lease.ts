/** For how long a lock is taken: many times what a promotion does under it, with every request sent again. Seconds. */
export const LEASE_S = 30 * 60

/** What a lock says: who has it, since when, and until when it counts. */
export function leaseText(who: string, second = 1000): string {
  const now = Date.now()
  return `${who} since ${new Date(now).toISOString()} until ${new Date(now + LEASE_S * second).toISOString()}`
}

/** Whether what a lock says has ended, with a sixth more for clocks that differ. One that says no end never does. */
export function leaseEnded(text: string, second = 1000): boolean {
  const [, until] = / until (\d{4}-\d\d-\d\dT[\d:.]+Z)/.exec(text) ?? []
  return until !== undefined && Date.now() > Date.parse(until) + (LEASE_S / 6) * second
}
