import type { Check } from '../evidence.ts'
import * as behaviours from './behaviour/index.ts'
import type { Collected } from './certify.ts'
import type { Claim } from './claims/claim.ts'
import type { Trial } from './trial.ts'

/** How the model behaves, by its faultless files of rows. */
export function behaviourChecks(
  { challenger, train, repeat, perturbed = [] }: Collected,
  trial: Trial,
  claims: readonly Claim[],
): Check[] {
  const own = challenger.predictions
  if (!own) return []
  const observed = {
    trial,
    own,
    claims,
    ...(train?.predictions ? { train: train.predictions } : {}),
    ...(repeat?.predictions ? { repeat: repeat.predictions } : {}),
    perturbed: perturbed.flatMap(({ predictions }) => predictions ?? []),
  }
  return Object.values(behaviours).flatMap(behaviour => behaviour.check(observed))
}
