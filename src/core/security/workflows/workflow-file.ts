import { z } from 'zod'

const Condition = z.union([z.string(), z.boolean()], 'Expected a condition')
const Environment = z.union([z.string(), z.object({ name: z.string() })], 'Expected a name, or a map with a name')
const Variables = z.record(z.string(), z.unknown())

const Step = z
  .object({
    id: z.string().optional(),
    name: z.string().optional(),
    uses: z.string().optional(),
    run: z.string().optional(),
    if: Condition.optional(),
    'continue-on-error': Condition.optional(),
    with: Variables.nullish(),
    env: z.unknown().optional(),
  })
  .refine(({ uses, run }) => (uses === undefined) !== (run === undefined), 'Expected a step with either uses or run')
export type Step = z.infer<typeof Step>

const Permissions = z.union(
  [z.enum(['read-all', 'write-all']), z.record(z.string(), z.string())],
  'Expected read-all, write-all or a map of permissions',
)

const Job = z
  .object({
    name: z.string().optional(),
    uses: z.string().optional(),
    secrets: z.unknown().optional(),
    permissions: Permissions.optional(),
    needs: z.union([z.string(), z.array(z.string())], 'Expected a job, or a list of jobs').optional(),
    if: Condition.optional(),
    'continue-on-error': Condition.optional(),
    environment: Environment.optional(),
    env: z.unknown().optional(),
    steps: z.array(Step).min(1).optional(),
  })
  .refine(
    ({ uses, steps }) => (uses === undefined) !== (steps === undefined),
    'Expected a job with either uses or steps',
  )
export type Job = z.infer<typeof Job>

/** What the rules read of a GitHub Actions workflow (docs.github.com, Workflow syntax); whatever else stands in it is left alone. */
export const WorkflowFile = z.object({
  name: z.string().optional(),
  on: z.union(
    [z.string(), z.array(z.string()).min(1), z.record(z.string(), z.unknown())],
    'Expected an event, or a list or a map of events',
  ),
  permissions: Permissions.optional(),
  env: z.unknown().optional(),
  jobs: z.record(z.string(), Job).refine(jobs => Object.keys(jobs).length > 0, 'Expected a map of at least one job'),
})
