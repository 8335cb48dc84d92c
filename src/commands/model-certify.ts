import type { Material } from '../core/evidence.ts'
import { certify } from '../core/model/certify.ts'
import { columnsOfClaims } from '../core/model/claims/columns-of-claims.ts'
import { parseClaim } from '../core/model/claims/parse-claim.ts'
import { parseGrouping } from '../core/model/claims/parse-grouping.ts'
import { attributeReading } from '../core/model/predictions/attribute-reading.ts'
import { attributesOf } from '../core/model/predictions/attributes.ts'
import { collectPredictions } from '../core/model/predictions/collect-predictions.ts'
import { columnNeeds } from '../core/model/predictions/column-needs.ts'
import type { PredictionRole, PredictionSource } from '../core/model/predictions/prediction-source.ts'
import type { Reading } from '../core/model/predictions/reading.ts'
import { withAttributes } from '../core/model/predictions/with-attributes.ts'
import { taskOf } from '../core/model/task-of.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { makePredictions } from './make-predictions.ts'
import { modelSubject } from './model-subject.ts'
import type { GateCommand } from './produce-evidence.ts'
import { requireInputs } from './require-inputs.ts'

/** Decides by row-level predictions whether the model meets what is claimed of it. */
export const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find(all, ports, out) {
    const { certify: settings } = all
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
    requireInputs(claims, settings)
    const columns = [
      ...columnsOfClaims(claims),
      ...(settings.slices ?? []),
      ...(settings.groups ?? []).flatMap(grouping => parseGrouping(grouping)),
    ]
    const reading = task.reading(settings)
    const own = { ...reading, needs: withAttributes(reading.needs, attributesOf(settings)) }
    const { attributes } = settings
    const named = columnNeeds(columns)
    const joined = { ...own, needs: attributes === undefined ? withAttributes(own.needs, named) : own.needs }
    const made = settings.predict && (await makePredictions(settings.predict, predictions, ports, out))
    const files = [
      await read(ports, { id, file: predictions, role: 'predictions', reading: joined }),
      champion === undefined ? undefined : await read(ports, { id, file: champion, role: 'champion', reading }),
      attributes === undefined || columns.length === 0
        ? undefined
        : await read(ports, { id, file: attributes, role: 'attributes', reading: attributeReading(named) }),
    ] as const
    const [challenger, its, table] = files
    const besides = await readBesides(settings, reading, ports)
    const seed = [challenger, its].flatMap(file => (file ? [file.material.digest.sha256] : [])).join('')
    const { checks, result } = certify(
      {
        challenger: challenger.collected,
        champion: its?.collected,
        attributes: table?.collected,
        ...besides.collected,
      },
      { task, claims, settings, seed, model: await modelSubject(all, ports.files, out) },
    )
    return {
      materials: [
        ...files.flatMap(file => (file ? [file.material] : [])),
        ...besides.materials,
        ...(made?.materials ?? []),
      ],
      checks,
      result: { ...result, ...(made ? { predicting: made.predicting } : {}) },
    }
  },
} satisfies GateCommand<'model-certify'>

/** Files of rows that say how the model behaves. */
async function readBesides({ train, repeat, perturbed = [], id }: Settings['certify'], reading: Reading, ports: Ports) {
  const one = async (file: string, role: PredictionRole) => read(ports, { id, file, role, reading })
  const training = train === undefined ? undefined : await one(train, 'train')
  const again = repeat === undefined ? undefined : await one(repeat, 'repeat')
  const disturbed: Awaited<ReturnType<typeof read>>[] = []
  for (const [i, file] of perturbed.entries()) disturbed.push(await one(file, `perturbed-${i + 1}`))
  return {
    materials: [training, again, ...disturbed].flatMap(file => (file ? [file.material] : [])),
    collected: {
      train: training?.collected,
      repeat: again?.collected,
      perturbed: disturbed.map(({ collected }) => collected),
    },
  }
}

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
  return { collected: collector.finish(), material: table.material(materialRole(source.role)) }
}

function materialRole(role: PredictionRole): Material['role'] {
  switch (role) {
    case 'predictions':
    case 'champion':
    case 'attributes':
    case 'train':
    case 'repeat':
      return role
    default:
      return 'perturbed'
  }
}
