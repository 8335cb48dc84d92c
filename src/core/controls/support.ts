import { z } from 'zod'
import { GATES } from '../evidence.ts'

/** What the record and the output folder hold besides evidence. `decision`: a certificate or a refusal. */
export const ENTRY_KINDS = [
  'decision',
  'certificate',
  'approval',
  'waiver',
  'promotion',
  'review',
  'log',
  'model-card',
  'bill-of-materials',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

const shows = z.string().trim().min(1).max(500).meta({ description: 'What it shows of the control, as a clause' })

/** What a gate's checks can show of a control. */
export const GateSupport = z.strictObject({
  gate: z.enum(GATES).meta({ description: 'The gate whose evidence it is' }),
  checks: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Which of its checks, by what `proofmark explain` calls them; all of them unless given' }),
  shows,
})

/** What an entry of the record can show of a control. */
export const EntrySupport = z.strictObject({
  entry: z.enum(ENTRY_KINDS).meta({ description: 'The kind of entry of the record, or of file in the output folder' }),
  shows,
})

export const Support = z.union([GateSupport, EntrySupport], {
  error: 'Expected a gate with what it shows, or an entry with what it shows',
})
export type Support = z.infer<typeof Support>

/** Support by a gate's checks; by all of them where none is named. */
export const byGate = (gate: z.infer<typeof GateSupport>['gate'], shows: string, checks?: string[]): Support => ({
  gate,
  ...(checks ? { checks } : {}),
  shows,
})

/** Support by an entry of the record. */
export const byEntry = (entry: EntryKind, shows: string): Support => ({ entry, shows })

export const isByGate = (support: Support): support is z.infer<typeof GateSupport> => 'gate' in support
