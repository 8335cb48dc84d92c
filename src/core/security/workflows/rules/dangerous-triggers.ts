import { usesAction } from '../action-reference.ts'
import { headReference } from '../head-reference.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { PlacedStep, Workflow } from '../workflow.ts'

/** Events that run the default branch's workflow, with its rights, on a stranger's behalf. */
const TRIGGERS = ['pull_request_target', 'workflow_run', 'issue_comment']
const FETCHES_PULL = /\bgh\s+pr\s+checkout\b|\brefs\/pull\/|\bpull\/[^\s/]+\/(?:head|merge)\b/
const CHECKS_OUT = /\bgit\s+(?:checkout|switch|fetch|pull|clone|worktree|reset)\b/

type Kind = keyof (typeof SEVERITIES)['dangerous-triggers']

/** A trigger with this repository's rights, together with a checkout of the code that set it off. */
export const dangerousTriggers = defineRule({
  id: 'dangerous-triggers',
  title: 'No privileged trigger checks out what a stranger wrote',
  expected: "no checkout of a stranger's code under a trigger with this repository's rights",
  severities: SEVERITIES['dangerous-triggers'],
  find({ triggers, jobs, lineOf }: Workflow) {
    const trigger = triggers.find(each => TRIGGERS.includes(each))
    if (trigger === undefined) return []
    return jobs
      .flatMap(({ steps }) => steps)
      .flatMap((step): WorkflowFinding<Kind>[] => {
        const kind = checkedOut(step)
        if (kind === 'own') return []
        const line = lineOf([...step.at, step.run === undefined ? 'uses' : 'run'])
        const found = `${step.run === undefined ? step.uses : 'git'} of ${kind === 'head' ? 'the head' : 'what an expression names'} on ${trigger}`
        return [{ kind, line, found, fix: FIX }]
      })
  },
})

const FIX =
  'Run that code under on: pull_request, which has no secrets, hand its results on as an artifact, and read them as data in the privileged workflow'

function checkedOut({ uses, run, with: inputs, env }: PlacedStep): 'head' | 'unknown' | 'own' {
  if (run !== undefined) {
    if (FETCHES_PULL.test(run)) return 'head'
    return CHECKS_OUT.test(run) && headReference(`${run}\n${JSON.stringify(env) ?? ''}`) === 'head' ? 'head' : 'own'
  }
  if (!usesAction({ uses }, 'actions/checkout')) return 'own'
  const references = [inputs?.ref, inputs?.repository].map(value => headReference(String(value ?? '')))
  return references.includes('head') ? 'head' : references.includes('unknown') ? 'unknown' : 'own'
}
