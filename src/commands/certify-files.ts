import type { Claim } from '../core/model/claims/claim.ts'
import { columnsOfClaims } from '../core/model/claims/columns-of-claims.ts'
import { parseGrouping } from '../core/model/claims/parse-grouping.ts'
import { attributeReading } from '../core/model/predictions/attribute-reading.ts'
import { attributesOf } from '../core/model/predictions/attributes.ts'
import { columnNeeds } from '../core/model/predictions/column-needs.ts'
import type { PredictionRole } from '../core/model/predictions/prediction-source.ts'
import type { Reading } from '../core/model/predictions/reading.ts'
import { withAttributes } from '../core/model/predictions/with-attributes.ts'
import type { Task } from '../core/model/task.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { type ReadPredictions, readPredictions } from './read-predictions.ts'

type Certify = Settings['certify']

/** What is read of which file. */
export interface Readings {
  /** Of every model's predictions: what the task asks. */
  readonly task: Reading
  /** Of the predictions under judgement: besides, what tells their rows apart. */
  readonly own: Reading
  /** Of the table of attributes, where there is one and something to take from it. */
  readonly attributes: Reading | undefined
  /** Of the history, where the task takes one. */
  readonly history: Reading | undefined
}

export function readingsOf(task: Task, settings: Certify, claims: readonly Claim[]): Readings {
  const columns = [
    ...columnsOfClaims(claims),
    ...(settings.slices ?? []),
    ...(settings.groups ?? []).flatMap(grouping => parseGrouping(grouping)),
  ]
  const reading = task.reading(settings)
  const needs = withAttributes(reading.needs, attributesOf(settings))
  const named = columnNeeds(columns)
  const apart = settings.attributes !== undefined
  return {
    task: reading,
    own: { ...reading, needs: apart ? needs : withAttributes(needs, named) },
    attributes: apart && columns.length > 0 ? attributeReading(named) : undefined,
    history: task.history?.reading(settings),
  }
}

/** The files of rows that a model is judged by. */
export interface CertifyFiles {
  readonly challenger: ReadPredictions
  readonly champion?: ReadPredictions
  readonly attributes?: ReadPredictions
  readonly history?: ReadPredictions
  readonly train?: ReadPredictions
  readonly repeat?: ReadPredictions
  readonly perturbed: readonly ReadPredictions[]
}

/** Reads every file of rows that the settings name. */
export async function readCertifyFiles(
  settings: Certify & { readonly predictions: string },
  readings: Readings,
  ports: Ports,
): Promise<CertifyFiles> {
  const { id, predictions, champion, attributes, history, train, repeat, perturbed = [] } = settings
  const read = (file: string, role: PredictionRole, reading: Reading) =>
    readPredictions({ id, file, role, reading }, ports)
  const challenger = await read(predictions, 'predictions', readings.own)
  const its = champion === undefined ? undefined : await read(champion, 'champion', readings.task)
  const table =
    attributes === undefined || !readings.attributes
      ? undefined
      : await read(attributes, 'attributes', readings.attributes)
  const past = history === undefined || !readings.history ? undefined : await read(history, 'history', readings.history)
  const training = train === undefined ? undefined : await read(train, 'train', readings.task)
  const again = repeat === undefined ? undefined : await read(repeat, 'repeat', readings.task)
  const disturbed: ReadPredictions[] = []
  for (const [i, file] of perturbed.entries()) disturbed.push(await read(file, `perturbed-${i + 1}`, readings.task))
  return {
    challenger,
    ...(its ? { champion: its } : {}),
    ...(table ? { attributes: table } : {}),
    ...(past ? { history: past } : {}),
    ...(training ? { train: training } : {}),
    ...(again ? { repeat: again } : {}),
    perturbed: disturbed,
  }
}

/** All of them, in the order in which they were read. */
export const allFiles = ({ challenger, champion, attributes, history, train, repeat, perturbed }: CertifyFiles) =>
  [challenger, champion, attributes, history, train, repeat, ...perturbed].filter(file => file !== undefined)
