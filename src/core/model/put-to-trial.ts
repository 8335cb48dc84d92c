import type { Check } from '../evidence.ts'
import type { Collected, Demands } from './certify.ts'
import type { CollectedPredictions } from './predictions/check-predictions.ts'
import { joinAttributes } from './predictions/join-attributes.ts'
import { pairPredictions } from './predictions/pair-predictions.ts'
import type { Rows } from './predictions/rows.ts'
import type { JudgeOptions, Task } from './task.ts'
import { type Trial, trialOf } from './trial.ts'

/** A model before its claims, where its files let it be judged; the checks say what is wrong with them where not. */
export interface PutToTrial {
  readonly checks: readonly Check[]
  readonly trial?: Trial
}

type Files = Pick<Collected, 'challenger' | 'champion' | 'attributes' | 'history'>

/** Pairs and joins the files of rows by id. */
export function putToTrial(
  { challenger, champion, attributes, history }: Files,
  { task, settings, seed }: Pick<Demands, 'task' | 'settings' | 'seed'>,
  options: Omit<JudgeOptions, 'seed'>,
): PutToTrial {
  const own = challenger.predictions
  const pairing = own && champion?.predictions ? pairPredictions(own, champion.predictions) : undefined
  const joined = own && attributes?.predictions ? joinAttributes(own, attributes.predictions) : undefined
  const rows = attributes ? joined?.rows : own?.rows
  const past = rows && pastOf(rows, history, task)
  const extended = (all: Rows) => past?.extend(all, settings) ?? all
  const rival = pairing?.rows
  return {
    checks: [
      ...challenger.checks,
      ...(champion?.checks ?? []),
      ...(pairing?.checks ?? []),
      ...(attributes?.checks.filter(({ status }) => status !== 'pass') ?? []),
      ...(joined?.checks ?? []),
      ...(history?.checks ?? []),
      ...(past?.checks ?? []),
    ],
    ...(rows ? { trial: trialOf(task, extended(rows), rival && extended(rival), settings, { seed, ...options }) } : {}),
  }
}

/** What rows become by a history that can be used, and what is at fault with it beside the hold-out. */
function pastOf(rows: Rows, collected: CollectedPredictions | undefined, { history }: Task) {
  const past = collected?.predictions
  if (!past || !history) return undefined
  const checks = history.faults(rows, past.rows, past.source.file)
  const extend = (all: Rows, settings: Demands['settings']) =>
    checks.length > 0 ? all : history.extend(all, past.rows, settings)
  return { checks, extend }
}
