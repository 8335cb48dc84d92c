import { z } from 'zod'

const Event = z.looseObject({
  introduced: z.string().optional(),
  fixed: z.string().optional(),
  last_affected: z.string().optional(),
  limit: z.string().optional(),
})

const Range = z.looseObject({ type: z.string(), events: z.array(Event).default([]) })

const Rating = z.looseObject({ type: z.string(), score: z.string() })

const Affected = z.looseObject({
  package: z.looseObject({ ecosystem: z.string(), name: z.string() }).optional(),
  ranges: z.array(Range).nullish(),
  versions: z.array(z.string()).nullish(),
  severity: z.array(Rating).nullish(),
})

/** What is read of an advisory in the OSV format (ossf.github.io/osv-schema, 1.7). */
export const OsvRecord = z.looseObject({
  id: z.string().min(1).max(256),
  modified: z.string().nullish(),
  aliases: z.array(z.string()).nullish(),
  withdrawn: z.string().nullish(),
  summary: z.string().nullish(),
  severity: z.array(Rating).nullish(),
  affected: z.array(Affected).nullish(),
  database_specific: z.looseObject({ severity: z.unknown().optional() }).nullish(),
})
export type OsvRecord = z.infer<typeof OsvRecord>
export type OsvAffected = z.infer<typeof Affected>
export type OsvRange = z.infer<typeof Range>
export type OsvRating = z.infer<typeof Rating>
