import type { Collected, Demands } from '../core/model/certify.ts'
import { parseClaim } from '../core/model/claims/parse-claim.ts'
import { taskOf } from '../core/model/task-of.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { type CertifyFiles, type Readings, readCertifyFiles, readingsOf } from './certify-files.ts'
import { modelSubject } from './model-subject.ts'
import { preparePredictions } from './prepare-predictions.ts'
import { requireInputs } from './require-inputs.ts'

/** A certification before it is decided: what is asked, and the rows it is asked of. */
export interface PreparedCertify {
  /** As the intervals are to be drawn. */
  readonly settings: Settings
  readonly certifying: Settings['certify'] & { readonly predictions: string }
  readonly readings: Readings
  readonly prepared: Awaited<ReturnType<typeof preparePredictions>>
  readonly files: CertifyFiles
  readonly collected: Collected
  readonly demands: Demands & { readonly seed: string }
}

/** Reads the claims, and every file of rows once. */
export async function prepareCertify(given: Settings, ports: Ports, out: string): Promise<PreparedCertify> {
  const settings = { ...given, certify: spent(given.certify) }
  const certifying = { ...settings.certify, predictions: required(settings.certify) }
  const named = taskOf(certifying)
  const claims = (certifying.claims ?? []).map(claim => parseClaim(claim, named))
  const task = named.including(claims.flatMap(claim => ('metric' in claim ? [claim.metric] : [])))
  requireInputs(claims, certifying)
  const readings = readingsOf(task, certifying, claims)
  const prepared = await preparePredictions(certifying, readings.own.needs, ports, out)
  const files = await readCertifyFiles(certifying, readings, ports)
  const model = await modelSubject(given, ports.files, out)
  const demands = { task, claims, settings: certifying, seed: seedOf(files), model }
  return { settings, certifying, readings, prepared, files, collected: collectedOf(files), demands }
}

/** Where what may be wrong is spent over many looks at the hold-out, every interval is as wide as its share asks for. */
const spent = (settings: Settings['certify']): Settings['certify'] =>
  settings.looks?.spend ? { ...settings, level: 1 - (1 - settings.level) / settings.looks.most } : settings

function required({ predictions }: Settings['certify']): string {
  if (predictions !== undefined) return predictions
  throw new UserError(
    'settings.missing',
    "Expected 'certify.predictions' to be set (input predictions) but found nothing",
    { hint: "Set it to a CSV file with the id, the true class and the model's score of every hold-out row" },
  )
}

const collectedOf = ({ challenger, champion, attributes, history, train, repeat, perturbed }: CertifyFiles) => ({
  challenger: challenger.collected,
  champion: champion?.collected,
  attributes: attributes?.collected,
  history: history?.collected,
  train: train?.collected,
  repeat: repeat?.collected,
  perturbed: perturbed.map(({ collected }) => collected),
})

/** Random numbers come of the predictions alone: the same ones, the same numbers. */
const seedOf = ({ challenger, champion }: CertifyFiles): string =>
  [challenger, champion].flatMap(file => (file ? [file.material.digest.sha256] : [])).join('')
