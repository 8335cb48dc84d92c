import type { Waiver } from './waiver.ts'

const DAY_MS = 86_400_000

/** The moment from which a waiver no longer holds: the end of its last day, in UTC. */
export const waiverEnd = ({ expires }: Pick<Waiver, 'expires'>): Date =>
  new Date(Date.parse(`${expires}T00:00:00Z`) + DAY_MS)
