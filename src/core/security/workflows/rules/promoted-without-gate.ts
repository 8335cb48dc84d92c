import { outlivesFailure } from '../condition.ts'
import { certifies } from '../gate-use.ts'
import { type Promotion, promotionOf, speaksOfModels } from '../promotion.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { PlacedJob, Workflow } from '../workflow.ts'

type Kind = keyof (typeof SEVERITIES)['promoted-without-gate']

/** A promotion that neither its own steps nor the jobs it needs have certified or verified. */
export const promotedWithoutGate = defineRule({
  id: 'promoted-without-gate',
  title: 'Only what a gate has certified is promoted',
  expected: 'the gate or the verify action before what looks like a promotion',
  severities: SEVERITIES['promoted-without-gate'],
  find(workflow: Workflow) {
    const ofModels = speaksOfModels(workflow)
    const byId = new Map(workflow.jobs.map(job => [job.id, job]))
    return workflow.jobs.flatMap((job): WorkflowFinding<Kind>[] => {
      const promotion = promotionOf(job, ofModels)
      const judged = promotion && judge(job, promotion, byId)
      return judged ? [{ ...judged, line: lineOfPromotion(job, promotion, workflow) }] : []
    })
  },
})

function judge(
  job: PlacedJob,
  promotion: Promotion,
  byId: ReadonlyMap<string, PlacedJob>,
): Omit<WorkflowFinding<Kind>, 'line'> | undefined {
  const { kind, found, step } = promotion
  const own = job.steps.findIndex((each, i) => i <= (step ?? Number.POSITIVE_INFINITY) && certifies(each))
  if (own !== -1) {
    const despite = step !== undefined && outlivesFailure(job.steps[step]?.if)
    return despite ? { kind: 'despite', found: `${found} under if: ${job.steps[step]?.if}`, fix: AFTER } : undefined
  }
  const gated = neededBy(job, byId).some(({ steps }) => steps.some(certifies))
  if (!gated) return { kind, found: `${found} in the job ${job.id} without one`, fix: FIX }
  return outlivesFailure(job.if) ? { kind: 'despite', found: `${found} under if: ${job.if}`, fix: AFTER } : undefined
}

const FIX =
  'Put a step with proofmark/proofmark/actions/verify (certificate, model, key) before it, or name the job that runs the gate under needs:'
const AFTER = 'Take the if: away, so that it runs only after the gate has passed'

/** Every job that this one waits for, directly or not. */
function neededBy(job: PlacedJob, byId: ReadonlyMap<string, PlacedJob>): PlacedJob[] {
  const found = new Set<PlacedJob>()
  const open = [job]
  for (let next = open.pop(); next; next = open.pop())
    for (const needed of next.needs.flatMap(id => byId.get(id) ?? []))
      if (!found.has(needed)) {
        found.add(needed)
        open.push(needed)
      }
  return [...found]
}

function lineOfPromotion(job: PlacedJob, { step, found }: Promotion, { lineOf }: Workflow): number {
  if (step === undefined) return lineOf([...job.at, 'environment'])
  const placed = job.steps[step]
  if (!placed) return lineOf(job.at)
  return lineOf(
    [...placed.at, placed.run === undefined ? 'uses' : 'run'],
    placed.run?.includes(found) ? found : undefined,
  )
}
