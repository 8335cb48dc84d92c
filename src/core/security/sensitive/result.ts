import { z } from 'zod'
import { CATEGORIES } from './define-kind.ts'

const Share = z.number().min(0).max(1).nullable()

const SensitiveColumn = z.strictObject({
  name: z.string(),
  /** Id of the kind. */
  kind: z.string(),
  category: z.enum(CATEGORIES),
  /** The contract's word for it; null where it has none. */
  classification: z.string().nullable(),
  /** Whether the values say so, and not the name alone. */
  confirmed: z.boolean(),
  evidence: z.strictObject({
    /** Whether the column is named for it. */
    name: z.boolean(),
    /** Share of the distinct values looked at that look like it, and that pass its checksum too. */
    pattern: Share,
    checksum: Share,
    /** Share of the cells that pass both; cells that say nothing left out. */
    rate: Share,
    /** Distinct values looked at. */
    n: z.int().nonnegative(),
    /** Chance that random values pass as often (binomial). */
    pValue: Share,
  }),
})

const Anonymity = z.strictObject({
  quasiIdentifiers: z.array(z.string()),
  /** Rows of the smallest group that shares its quasi-identifiers (Sweeney 2002). */
  k: z.int().positive(),
  groups: z.int().positive(),
  /** Groups smaller than required, and their rows. */
  groupsBelow: z.int().nonnegative(),
  rowsBelow: z.int().nonnegative(),
  /** Fewest distinct values of a sensitive column in a group (distinct l-diversity, Machanavajjhala et al. 2007). */
  diversity: z.array(z.strictObject({ column: z.string(), l: z.int().positive() })),
})
export type Anonymity = z.infer<typeof Anonymity>

/** A table that security-scan read for sensitive data: its columns that seem to hold some, never their values. */
export const SensitiveTable = z.strictObject({
  file: z.string(),
  rows: z.int().nonnegative(),
  columns: z.int().positive(),
  sensitive: z.array(SensitiveColumn),
  anonymity: Anonymity.optional(),
})
export type SensitiveTable = z.infer<typeof SensitiveTable>
