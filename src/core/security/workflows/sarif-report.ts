import { z } from 'zod'

const text = z.string().max(10_000)

const Location = z.object({
  physicalLocation: z.object({
    artifactLocation: z.object({ uri: z.string().min(1).max(4096) }),
    region: z.object({ startLine: z.int().positive() }).optional(),
  }),
})

const Result = z.object({
  ruleId: z.string().min(1).max(200),
  kind: z.string().optional(),
  level: z.enum(['none', 'note', 'warning', 'error']).optional(),
  message: z.object({ text }),
  locations: z.array(Location).min(1).max(1000),
  suppressions: z.array(z.unknown()).optional(),
})
export type SarifResult = z.infer<typeof Result>

/** Who made a SARIF file. */
export const SarifTools = z.object({
  version: z.literal('2.1.0'),
  runs: z
    .array(z.object({ tool: z.object({ driver: z.object({ name: z.string(), version: z.string().optional() }) }) }))
    .max(20),
})

/** What is read of a SARIF 2.1.0 file of a workflow linter's: no more than GitHub takes of runs, and 5 000 results each. */
export const SarifReport = z.object({
  runs: z.array(z.object({ results: z.array(Result).max(5000) })).min(1),
})
