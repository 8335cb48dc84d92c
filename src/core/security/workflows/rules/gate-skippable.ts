import { alwaysHolds } from '../condition.ts'
import { gateUse } from '../gate-use.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { PlacedJob, PlacedStep, Workflow } from '../workflow.ts'

type Kind = keyof (typeof SEVERITIES)['gate-skippable']
type Found = WorkflowFinding<Kind>

/** Events whose checks decide on a merge. */
const MERGES = ['pull_request', 'pull_request_target', 'merge_group']

/** A gate that can fail, or be left out, without anybody being stopped. */
export const gateSkippable = defineRule({
  id: 'gate-skippable',
  title: 'A gate that fails or is skipped stops what comes after it',
  expected: 'a gate whose failure fails its job, and which runs whatever else does',
  severities: SEVERITIES['gate-skippable'],
  find: ({ triggers, jobs, lineOf }: Workflow) =>
    jobs.flatMap(job => {
      const gates = job.steps.filter(step => gateUse(step) !== undefined)
      if (gates.length === 0) return []
      const merges = triggers.some(trigger => MERGES.includes(trigger))
      return [...ignored(job, gates, jobs, lineOf), ...(merges ? skipped(job, gates, lineOf) : [])]
    }),
})

function ignored(
  job: PlacedJob,
  gates: readonly PlacedStep[],
  jobs: readonly PlacedJob[],
  lineOf: Workflow['lineOf'],
): Found[] {
  const fix = 'Take continue-on-error away'
  const inJob: Found[] = isSet(job['continue-on-error'])
    ? [
        {
          kind: 'ignored',
          line: lineOf([...job.at, 'continue-on-error']),
          found: `continue-on-error of the job ${job.id}`,
          fix,
        },
      ]
    : []
  const inSteps = gates.flatMap((gate): Found[] => {
    const kind = looksAt(job, gate) ? 'handled' : 'ignored'
    const name = gateUse(gate) ?? ''
    if (isSet(gate['continue-on-error']))
      return [
        {
          kind,
          line: lineOf([...gate.at, 'continue-on-error']),
          found: `continue-on-error of the step with ${name}`,
          fix,
        },
      ]
    if (!reports(gate) || isJudgedLater(job, gate, jobs)) return []
    const line = lineOf([...gate.at, 'with', 'on-failure'])
    return [
      {
        kind: 'handled',
        line,
        found: `on-failure: report of ${name}`,
        fix: 'Take on-failure: report away, or fail a later step on its output verdict',
      },
    ]
  })
  return [...inJob, ...inSteps]
}

function skipped(job: PlacedJob, gates: readonly PlacedStep[], lineOf: Workflow['lineOf']): Found[] {
  const fix = `Write if: \${{ !cancelled() }} there, and put any other condition on steps that are no gate`
  if (job.if !== undefined && !alwaysHolds(job.if))
    return [{ kind: 'skipped', line: lineOf([...job.at, 'if']), found: `if: ${job.if} of the job ${job.id}`, fix }]
  if (job.if === undefined && job.needs.length > 0) {
    const line = lineOf([...job.at, 'needs'])
    return [
      {
        kind: 'skipped',
        line,
        found: `needs: ${job.needs.join(', ')} of the job ${job.id}, one of which may fail`,
        fix,
      },
    ]
  }
  return gates.flatMap((gate): Found[] =>
    gate.if === undefined || alwaysHolds(gate.if)
      ? []
      : [
          {
            kind: 'skipped',
            line: lineOf([...gate.at, 'if']),
            found: `if: ${gate.if} of the step with ${gateUse(gate)}`,
            fix,
          },
        ],
  )
}

const reports = ({ with: inputs }: PlacedStep) => inputs?.['on-failure'] === 'report'

/** Whether a gate measures a shard only, which judges nothing, and a job that waits for it joins the shards and fails by its verdict. */
const isJudgedLater = ({ id }: PlacedJob, gate: PlacedStep, jobs: readonly PlacedJob[]): boolean =>
  isGiven(gate, 'shard') &&
  jobs.some(
    job =>
      job.needs.includes(id) &&
      job.steps.some(step => gateUse(step) === gateUse(gate) && isGiven(step, 'merge') && !reports(step)),
  )

const isGiven = ({ with: inputs }: PlacedStep, input: string) =>
  ![undefined, null, ''].some(none => none === inputs?.[input])

const isSet = (value: string | boolean | undefined) => value !== undefined && value !== false && value !== 'false'

/** Whether a later step of the job looks at how the gate ended. */
function looksAt({ steps }: PlacedJob, gate: PlacedStep): boolean {
  if (gate.id === undefined) return false
  const later = JSON.stringify(steps.slice(steps.indexOf(gate) + 1))
  return [`steps.${gate.id}.outcome`, `steps.${gate.id}.outputs.verdict`].some(name => later.includes(name))
}
