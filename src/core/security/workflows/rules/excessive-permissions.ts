import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { Workflow } from '../workflow.ts'

type Kind = keyof (typeof SEVERITIES)['excessive-permissions']

const FIX =
  'Write permissions: {} at the top, and give each job only what its steps need, e.g. permissions: { contents: read }'

/** A token that may do everything, or whatever the repository's setting says. */
export const excessivePermissions = defineRule({
  id: 'excessive-permissions',
  title: "The token's permissions are named and few",
  expected: "the token's permissions to be named, and not write-all",
  severities: SEVERITIES['excessive-permissions'],
  find({ permissions, jobs, triggers, lineOf }: Workflow) {
    const found: WorkflowFinding<Kind>[] = []
    const everything = (at: readonly PropertyKey[]) =>
      found.push({ kind: 'everything', line: lineOf(at), found: 'permissions: write-all', fix: FIX })
    if (permissions === 'write-all') everything(['permissions'])
    for (const job of jobs) if (job.permissions === 'write-all') everything([...job.at, 'permissions'])
    // The caller of a reusable workflow says what its token may do.
    if (permissions !== undefined || triggers.every(trigger => trigger === 'workflow_call')) return found
    const without = jobs.filter(job => job.permissions === undefined)
    const missing = (at: readonly PropertyKey[], who: string): WorkflowFinding<Kind> => ({
      kind: 'missing',
      line: lineOf(at),
      found: `no permissions ${who}`,
      fix: FIX,
    })
    if (without.length === jobs.length) return [...found, missing(['jobs'], 'of the workflow or any job')]
    return [...found, ...without.map(({ at, id }) => missing(at, `of the job ${id}`))]
  },
})
