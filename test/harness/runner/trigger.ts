import { matchesGlob } from 'node:path'
import type { WorkflowTemplate } from '@actions/workflow-parser'
import type { Event } from '../events.ts'

/** Activity types that start a workflow which names none (docs.github.com, "Events that trigger workflows"). */
const USUAL: Readonly<Record<string, readonly string[]>> = { pull_request: ['opened', 'synchronize', 'reopened'] }

interface Filter {
  readonly types?: readonly string[]
  readonly workflows?: readonly string[]
  readonly branches?: readonly string[]
}

/** Why a workflow does not run on an event, or undefined where it does. Path filters are not looked at. */
export function refusal(
  events: WorkflowTemplate['events'],
  { name, ref, baseRef, payload }: Event,
): string | undefined {
  const filter = events[name]
  if (filter === undefined) return `it has no trigger '${name}'`
  const {
    types = USUAL[name],
    workflows,
    branches,
  }: Filter = typeof filter === 'object' && filter !== null ? filter : {}

  const { action, workflow_run: run } = payload
  if (types !== undefined && !types.some(type => type === action)) return `it runs on ${types.join(', ')} only`
  if (workflows !== undefined) {
    const named = typeof run === 'object' && run !== null && 'name' in run ? String(run.name) : ''
    if (!workflows.includes(named)) return `it follows ${workflows.join(', ')} only`
  }
  const branch = baseRef ?? ref.replace(/^refs\/heads\//, '')
  if (name !== 'workflow_run' && branches !== undefined && !branches.some(pattern => matchesGlob(branch, pattern))) {
    return `it runs for ${branches.join(', ')} only`
  }
  return undefined
}
