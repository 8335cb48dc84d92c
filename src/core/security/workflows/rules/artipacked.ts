import { usesAction } from '../action-reference.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { Workflow } from '../workflow.ts'

type Kind = keyof (typeof SEVERITIES)['artipacked']

/** Paths that hold the whole checkout, its `.git` among it. */
const WORKSPACE = /^(?:\.|\.\/|\*|\*\*|\.\/\*|\*\*\/\*|\.git|\.git\/.*|\$\{\{\s*github\.workspace\s*\}\}\/?)$/

/** Uploads of one job that are looked at, the last ones. */
const MAX_UPLOADS = 100

/** A checkout that leaves its token behind, in a job that uploads files afterwards. */
export const artipacked = defineRule({
  id: 'artipacked',
  title: "No artifact can carry the checkout's token",
  expected: 'actions/checkout to leave no token behind in a job that uploads artifacts',
  severities: SEVERITIES.artipacked,
  find: ({ jobs, lineOf }: Workflow) =>
    jobs.flatMap(({ steps }) => {
      const uploads = steps.flatMap((step, i) => (usesAction(step, 'actions/upload-artifact') ? [{ step, i }] : []))
      return steps.flatMap((checkout, at): WorkflowFinding<Kind>[] => {
        if (!usesAction(checkout, 'actions/checkout')) return []
        if (String(checkout.with?.['persist-credentials']) === 'false') return []
        const last = uploads.at(-1)
        if (!last || last.i < at) return []
        const later = uploads.slice(-MAX_UPLOADS).filter(({ i }) => i > at)
        const paths = later.flatMap(({ step }) => String(step.with?.path ?? '').split('\n'))
        return [
          {
            kind: paths.some(path => WORKSPACE.test(path.trim())) ? 'workspace' : 'part',
            line: lineOf([...checkout.at, 'uses']),
            found: `${checkout.uses} without persist-credentials: false before ${later[0]?.step.uses}`,
            fix: 'Write persist-credentials: false under with: of that checkout',
          },
        ]
      })
    }),
})
