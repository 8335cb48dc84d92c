import { z } from 'zod'

/** One agreement of `slaProperties`, ODCS v3.1; those about the age of rows are evaluated. */
export const ServiceLevel = z.looseObject({
  property: z.string().optional(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  unit: z.string().optional(),
  element: z.string().optional(),
})
export type ServiceLevel = z.infer<typeof ServiceLevel>

/** Milliseconds of the units that the standard names. */
const UNITS: Readonly<Record<string, number>> = {
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  w: 7 * 86_400_000,
  week: 7 * 86_400_000,
  y: 365.25 * 86_400_000,
  yr: 365.25 * 86_400_000,
  year: 365.25 * 86_400_000,
}

/** What a unit counts in, in milliseconds; undefined where it is none of time. */
export const millisecondsOf = (unit: string): number | undefined => UNITS[unit.toLowerCase().replace(/(?<=..)s$/, '')]
