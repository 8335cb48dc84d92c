import type { Check, Material } from '../core/evidence.ts'
import { checkBehaviour } from '../core/model/check-behaviour.ts'
import type { Claim } from '../core/model/claims/claim.ts'
import type { PredictionRole, PredictionSource } from '../core/model/predictions/prediction-source.ts'
import type { Trial } from '../core/model/trial.ts'
import type { Settings } from '../core/settings/schema.ts'
import { showRows } from '../core/tables/shown-rows.ts'
import type { Ports } from '../ports.ts'
import { type ReadPredictions, readPredictions } from './read-predictions.ts'

interface Observing {
  readonly claims: readonly Claim[]
  readonly settings: Settings['certify']
  readonly source: Pick<PredictionSource, 'id' | 'reading'>
  /** Absent where the predictions are at fault. */
  readonly trial: Trial | undefined
}

/** Reads the further predictions that say how the model behaves, and asks them. */
export async function observeBehaviour(
  own: ReadPredictions,
  { claims, settings, source, trial }: Observing,
  ports: Ports,
): Promise<{ checks: readonly Check[]; materials: readonly Material[] }> {
  const read = (file: string, role: PredictionRole) => readPredictions({ ...source, file, role }, ports)
  const train = settings.train === undefined ? undefined : await read(settings.train, 'train')
  const repeat = settings.repeat === undefined ? undefined : await read(settings.repeat, 'repeat')
  const perturbed: ReadPredictions[] = []
  for (const [i, file] of (settings.perturbed ?? []).entries()) perturbed.push(await read(file, `perturbed-${i + 1}`))
  const files = [train, repeat, ...perturbed].filter(file => file !== undefined)
  const predictions = own.collected.predictions
  const faults = files.flatMap(({ collected }) => collected.checks.filter(({ status }) => status !== 'pass'))
  const materials = files.map(({ material }) => material)
  if (!trial || !predictions) return { checks: faults, materials }
  const observed = {
    trial,
    claims,
    own: predictions,
    ...(train?.collected.predictions ? { train: train.collected.predictions } : {}),
    ...(repeat?.collected.predictions ? { repeat: repeat.collected.predictions } : {}),
    perturbed: perturbed.flatMap(({ collected }) => collected.predictions ?? []),
  }
  const checks = await showRows(shown => checkBehaviour({ ...observed, shown }), own.shown)
  return { checks: [...faults, ...checks], materials }
}
