import { actionReference } from '../action-reference.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { Workflow } from '../workflow.ts'

/** An action, a reusable workflow or an image named by a tag or branch, ours too. */
export const unpinnedUses = defineRule({
  id: 'unpinned-uses',
  title: 'Every action is pinned to a commit',
  expected: 'every action of another repository to be pinned to a full commit',
  severities: SEVERITIES['unpinned-uses'],
  find: ({ jobs, lineOf }: Workflow) =>
    jobs
      .flatMap(job => [job, ...job.steps])
      .flatMap(({ uses, at }): WorkflowFinding<'moving'>[] => {
        if (uses === undefined || actionReference(uses).pinned) return []
        return [{ kind: 'moving', line: lineOf([...at, 'uses']), found: uses, fix: fixFor(uses) }]
      }),
})

function fixFor(uses: string): string {
  const { kind, name, ref = 'HEAD' } = actionReference(uses)
  if (kind === 'image')
    return `Write uses: docker://${name.split('@')[0]}@sha256:DIGEST, the digest that docker pull prints`
  const [owner, repository] = name.split('/')
  return `Write uses: ${name}@COMMIT # ${ref}, the last commit that git ls-remote https://github.com/${owner}/${repository} '${ref}' '${ref}^{}' prints`
}
