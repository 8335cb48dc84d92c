import { z } from 'zod'

/** One workflow, or one report of another tool on workflows, and what was found in it. */
export const ScannedWorkflow = z.strictObject({
  path: z.string(),
  /** `proofmark`, or the tool whose report it is. */
  tool: z.string(),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      status: z.enum(['warn', 'fail']),
      file: z.string(),
      line: z.int().positive(),
      found: z.string(),
    }),
  ),
})
export type ScannedWorkflow = z.infer<typeof ScannedWorkflow>
