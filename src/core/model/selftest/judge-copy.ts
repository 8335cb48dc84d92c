import type { Check } from '../../evidence.ts'
import { type Verdict, verdictOf } from '../../verdict.ts'
import type { Collected, Demands } from '../certify.ts'
import { checkClaims } from '../claims/check-claims.ts'
import { claimedMetrics } from '../claims/claimed-metrics.ts'
import { checkPredictions } from '../predictions/check-predictions.ts'
import { putToTrial } from '../put-to-trial.ts'
import type { Copy } from './degradation.ts'
import { reassemble } from './reassemble.ts'

/** What the policy says to a file of rows. */
export interface Judgement {
  readonly verdict: Verdict
  /** Checks on claims, by id. */
  readonly claims: ReadonlyMap<string, Check>
  /** Checks on files that did not pass. */
  readonly faults: readonly Check[]
  /** Values of the metrics that claims are on, by id. */
  readonly values: ReadonlyMap<string, number | null>
}

/** Files of the model as it is that a copy is judged with: what another run of it gave is not among them, for that would be degraded too. */
type JudgedFiles = Pick<Collected, 'challenger' | 'champion' | 'attributes' | 'history'>

/** Judges a copy of the predictions as its file would be, from its ids to the claims. */
export function judgeCopy(copy: Copy, files: JudgedFiles, demands: Demands): Judgement {
  const { source } = files.challenger
  const challenger = checkPredictions(source, reassemble(copy, source))
  const metrics = claimedMetrics(demands.claims)
  const { checks, trial } = putToTrial({ ...files, challenger }, demands, { only: metrics })
  // First, so that claims need not judge again.
  const judged = trial?.whole
  const answers = checkClaims(demands.claims, { model: demands.model, ...(trial ? { trial } : {}) })
  return {
    verdict: verdictOf([...checks, ...answers.checks].map(({ status }) => status)),
    claims: new Map(answers.checks.map(check => [check.id, check])),
    faults: checks.filter(({ status }) => status === 'fail' || status === 'inconclusive'),
    values: new Map(metrics.map(id => [id, judged?.challenger.get(id)?.value ?? null])),
  }
}
