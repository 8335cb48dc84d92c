import { certify } from '../core/model/certify.ts'
import { parseClaim } from '../core/model/claims/parse-claim.ts'
import { attributesOf } from '../core/model/predictions/attributes.ts'
import { collectPredictions } from '../core/model/predictions/collect-predictions.ts'
import type { PredictionSource } from '../core/model/predictions/prediction-source.ts'
import { taskOf } from '../core/model/task-of.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { makePredictions } from './make-predictions.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Decides by row-level predictions whether the model meets what is claimed of it. */
export const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find({ certify: settings }, ports, out) {
    const { predictions, champion, id } = settings
    const task = taskOf(settings)
    if (predictions === undefined)
      throw new UserError(
        'settings.missing',
        "Expected 'certify.predictions' to be set (input predictions) but found nothing",
        {
          hint: "Set it to a CSV file with the id, the true class and the model's score of every hold-out row",
        },
      )
    const claims = (settings.claims ?? []).map(claim => parseClaim(claim, task))
    const comparison = claims.find(claim => claim.kind === 'no-worse-than-champion')
    if (comparison && champion === undefined)
      throw new UserError(
        'settings.missing',
        `Expected 'certify.champion' to be set (input champion) for the claim "${comparison.text}" but found nothing`,
        {
          hint: 'Set it to the predictions of the model in production on the same rows, or drop the claim',
        },
      )
    const reading = task.reading(settings)
    const source = { id, reading: { ...reading, needs: [...reading.needs, ...attributesOf(settings)] } }
    const made = settings.predict && (await makePredictions(settings.predict, predictions, ports, out))
    const own = await read(ports, { ...source, file: predictions, role: 'predictions' })
    const its = champion === undefined ? undefined : await read(ports, { ...source, file: champion, role: 'champion' })
    const materials = [own.material, ...(its ? [its.material] : [])]
    const seed = materials.map(({ digest }) => digest.sha256).join('')
    const { checks, result } = certify(own.collected, its?.collected, { task, claims, settings, seed })
    return {
      materials: [...materials, ...(made?.materials ?? [])],
      checks,
      result: { ...result, ...(made ? { predicting: made.predicting } : {}) },
    }
  },
} satisfies GateCommand<'model-certify'>

/** Rows between two reports of progress. */
const REPORT = 100_000

async function read({ tables, log }: Ports, source: PredictionSource) {
  const table = await tables.open(source.file)
  const collector = collectPredictions(source, table.header)
  let rows = 0
  for await (const batch of table.batches) {
    collector.add(batch)
    if (Math.floor(rows / REPORT) < Math.floor((rows + batch.length) / REPORT))
      log.progress(`${source.file}: ${rows + batch.length} rows`)
    rows += batch.length
  }
  return { collected: collector.finish(), material: table.material(source.role) }
}
