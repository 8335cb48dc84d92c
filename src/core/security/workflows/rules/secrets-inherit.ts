import { actionReference } from '../action-reference.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { Workflow } from '../workflow.ts'

type Kind = keyof (typeof SEVERITIES)['secrets-inherit']

/** A reusable workflow that is handed every secret. */
export const secretsInherit = defineRule({
  id: 'secrets-inherit',
  title: 'A called workflow gets only the secrets it needs',
  expected: 'secrets to be handed to a called workflow by name',
  severities: SEVERITIES['secrets-inherit'],
  find: ({ jobs, lineOf }: Workflow) =>
    jobs.flatMap(({ uses, secrets, at }): WorkflowFinding<Kind>[] => {
      if (uses === undefined || secrets !== 'inherit') return []
      return [
        {
          kind: actionReference(uses).pinned ? 'pinned' : 'elsewhere',
          line: lineOf([...at, 'secrets']),
          found: `secrets: inherit for ${uses}`,
          fix: `Name each under secrets:, e.g. PROOFMARK_KEY: '\${{ secrets.PROOFMARK_KEY }}'`,
        },
      ]
    }),
})
