import type { Waiver } from './waiver.ts'

const DAY_MS = 86_400_000

/** The last second that ISO 8601 writes with four digits of year: a waiver until 9999-12-31 ends then. */
const LAST = Date.parse('9999-12-31T23:59:59Z')

/** The moment from which a waiver no longer holds: the end of its last day, in UTC. */
export const waiverEnd = ({ expires }: Pick<Waiver, 'expires'>): Date =>
  new Date(Math.min(Date.parse(`${expires}T00:00:00Z`) + DAY_MS, LAST))
