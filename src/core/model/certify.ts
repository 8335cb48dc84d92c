import type { Check, Findings, Subject } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import { behaviourChecks } from './behaviour-checks.ts'
import { calibrate } from './calibration/calibrate.ts'
import { checkClaims } from './claims/check-claims.ts'
import { type Claim, isComparison } from './claims/claim.ts'
import { claimedMetrics } from './claims/claimed-metrics.ts'
import { parseGrouping } from './claims/parse-grouping.ts'
import { dependence } from './dependence.ts'
import { fairnessTable } from './fairness/fairness-table.ts'
import { MANY_ROWS } from './many-rows.ts'
import type { CollectedPredictions } from './predictions/check-predictions.ts'
import { putToTrial } from './put-to-trial.ts'
import type { SliceRow } from './result.ts'
import { resultOf } from './result-of.ts'
import { declaredSlices } from './slices/declared-slices.ts'
import type { Task } from './task.ts'
import type { Trial } from './trial.ts'

/** What is asked of the predictions. */
export interface Demands {
  readonly task: Task
  readonly claims: readonly Claim[]
  readonly settings: Settings['certify']
  /** The model's files. */
  readonly model: readonly Subject[]
  /** Digest of the files, in hex: what random numbers are drawn by. */
  readonly seed?: string
}

/** The files of rows as they were read. */
export interface Collected {
  readonly challenger: CollectedPredictions
  readonly champion?: CollectedPredictions | undefined
  /** Truths from before the hold-out, where the task takes some. */
  readonly history?: CollectedPredictions | undefined
  /** Columns that tell slices and groups apart, where they are in a table of their own. */
  readonly attributes?: CollectedPredictions | undefined
  /** Predictions on the rows that the model was trained on. */
  readonly train?: CollectedPredictions | undefined
  /** Predictions on the hold-out once more. */
  readonly repeat?: CollectedPredictions | undefined
  /** Predictions on the hold-out with its inputs disturbed. */
  readonly perturbed?: readonly CollectedPredictions[]
}

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
export function certify(
  collected: Collected,
  { task, claims, settings, model, seed }: Demands,
): Omit<Findings<'model-certify'>, 'materials'> {
  const { challenger, champion } = collected
  const wanted = claimedMetrics(claims)
  const { checks: faults, trial } = putToTrial(
    collected,
    { task, settings, ...(seed === undefined ? {} : { seed }) },
    { wanted },
  )
  // First, so that claims need not judge again.
  const judged = trial?.whole
  const { checks, answered, slices } = checkClaims(claims, { model, ...(trial ? { trial } : {}) })
  return {
    checks: [
      ...faults,
      ...(champion ? unused(champion, claims) : []),
      ...besides(collected),
      ...checks,
      ...(trial ? behaviourChecks(collected, trial, claims) : []),
    ],
    result: resultOf({
      task,
      rows: challenger.rows,
      threshold: settings.threshold,
      judged,
      answered,
      ...(trial ? partsOf(trial, claims, slices) : {}),
    }),
  }
}

/** What is wrong with files of rows that say how the model behaves. */
const besides = ({ train, repeat, perturbed = [] }: Collected): Check[] =>
  [train, repeat, ...perturbed].flatMap(file => file?.checks.filter(({ status }) => status !== 'pass') ?? [])

type Parts = Pick<Findings<'model-certify'>['result'], 'slices' | 'fairness' | 'calibration'>

function partsOf(trial: Trial, claims: readonly Claim[], claimed: readonly SliceRow[]): Parts {
  const { task, rows, settings } = trial
  const slices = [...claimed, ...declaredSlices(trial, claims, claimed)]
  const groupings = [
    ...claims.flatMap(claim => ('by' in claim ? [claim.by] : [])),
    ...(settings.groups ?? []).map(parseGrouping),
  ]
  const distinct = new Map(groupings.map(by => [JSON.stringify(by), by]))
  const isWanted = rows.n <= MANY_ROWS || claims.some(({ kind }) => kind === 'calibrated')
  const fairness = [...distinct.values()].flatMap(by => fairnessTable(trial, by) ?? [])
  return {
    ...(slices.length > 0 ? { slices } : {}),
    ...(fairness.length > 0 ? { fairness } : {}),
    ...(task.twoClasses && dependence(settings) === undefined && isWanted
      ? { calibration: calibrate(task.twoClasses(rows, settings), settings.level) }
      : {}),
  }
}

/** A champion that no claim compares with is probably a claim forgotten. */
function unused({ source }: CollectedPredictions, claims: readonly Claim[]): Check[] {
  if (claims.some(isComparison)) return []
  return [
    {
      id: 'champion.unused',
      title: 'Claims on the champion',
      status: 'warn',
      reason: `The champion's predictions ${source.file} are given but no claim compares with them`,
      hint: 'Add a claim such as "auc no worse than champion by 0.01"',
    },
  ]
}
