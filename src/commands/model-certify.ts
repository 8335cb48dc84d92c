import type { Check } from '../core/evidence.ts'
import { cardCheck } from '../core/model/card/card-check.ts'
import { declaredCard } from '../core/model/card/declared-card.ts'
import { certify } from '../core/model/certify.ts'
import { parseClaim } from '../core/model/claims/parse-claim.ts'
import { fingerprint, type Holdout } from '../core/model/holdout/fingerprint.ts'
import { looksCheck } from '../core/model/holdout/looks-check.ts'
import { taskOf } from '../core/model/task-of.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { allFiles, type CertifyFiles, readCertifyFiles, readingsOf } from './certify-files.ts'
import { earlierLooks } from './earlier-looks.ts'
import { judgeAnchor } from './judge-anchor.ts'
import { locateRows } from './locate-rows.ts'
import { modelSubject } from './model-subject.ts'
import { preparePredictions } from './prepare-predictions.ts'
import type { GateCommand } from './produce-evidence.ts'
import { requireInputs } from './require-inputs.ts'

/** Decides by row-level predictions whether the model meets what is claimed of it. */
export const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find(given, ports, out) {
    const settings = { ...given, certify: spent(given.certify) }
    const certifying = { ...settings.certify, predictions: required(settings.certify) }
    const task = taskOf(certifying)
    const claims = (certifying.claims ?? []).map(claim => parseClaim(claim, task))
    requireInputs(claims, certifying)
    const readings = readingsOf(task, certifying, claims)
    const prepared = await preparePredictions(certifying, readings.own.needs, ports, out)
    const files = await readCertifyFiles(certifying, readings, ports)
    const model = await modelSubject(given, ports.files, out)
    const { checks, result } = certify(collectedOf(files), {
      task,
      claims,
      settings: certifying,
      seed: seedOf(files),
      model,
    })
    const { challenger } = files
    const anchored = await judgeAnchor(challenger, { task, claims, settings, reading: readings.task }, ports)
    const rows = challenger.collected.predictions
    const holdout = rows && fingerprint(rows.ids)
    const { card } = given.model
    const read = [...allFiles(files), ...anchored.files]
    return {
      materials: [...read.map(({ material }) => material), ...prepared.materials],
      checks: [
        ...(await locateRows([...checks, ...anchored.checks], read)),
        ...(holdout ? await looksChecks(holdout, challenger.material.digest.sha256, certifying, ports) : []),
        ...(card ? [cardCheck(card)] : []),
      ],
      result: {
        ...result,
        ...(card ? { card: declaredCard(card, given.model) } : {}),
        ...(holdout ? { holdout } : {}),
        ...(prepared.predicting ? { predicting: prepared.predicting } : {}),
      },
    }
  },
} satisfies GateCommand<'model-certify'>

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

async function looksChecks(
  holdout: Holdout,
  predictions: string,
  { looks }: Settings['certify'],
  { files }: Ports,
): Promise<Check[]> {
  if (!looks) return []
  const earlier = await earlierLooks(looks.earlier ?? [], files)
  return [looksCheck(holdout, { predictions, earlier, most: looks.most })]
}
