import type { Material } from '../core/evidence.ts'
import { assembleRows } from '../core/model/predictions/assemble-rows.ts'
import { type CollectedPredictions, checkPredictions } from '../core/model/predictions/check-predictions.ts'
import { type Joined, joinAttributes } from '../core/model/predictions/join-attributes.ts'
import { keptRows } from '../core/model/predictions/kept-rows.ts'
import { type Pairing, pairPredictions } from '../core/model/predictions/pair-predictions.ts'
import type { PredictionRole, PredictionSource } from '../core/model/predictions/prediction-source.ts'
import { requireColumns } from '../core/model/predictions/require-columns.ts'
import { rowsJob } from '../core/model/predictions/rows-job.ts'
import { foundBy } from '../core/tables/measures/planned.ts'
import { type RowSource, showRows, showRowsOf } from '../core/tables/shown-rows.ts'
import type { Ports } from '../ports.ts'
import { headerOf } from './header-of.ts'

/** A file of predictions that was read. */
export interface ReadPredictions {
  readonly collected: CollectedPredictions
  readonly material: Material
  /** Where rows of it are looked up that are shown. */
  readonly shown: RowSource
}

/** Reads a file of predictions in one pass, on all threads. */
export async function readPredictions(
  named: Omit<PredictionSource, 'header'>,
  { tables, log, sha256 }: Ports,
): Promise<ReadPredictions> {
  const { file, role } = named
  const source = { ...named, header: await headerOf(tables, file) }
  requireColumns(source)
  const job = rowsJob(source)
  const progress = (rows: number) => log.progress(`${file}: ${rows} rows`)
  const { run, find, material } = await tables.measure(file, { file, predictions: job }, { progress })
  const { kept } = foundBy({ kept: keptRows(job, source.header) }, key => run.state.get(key))
  const assembled = assembleRows(kept, source)
  const shown = { find, sha256 }
  return {
    collected: await showRows(rows => checkPredictions(source, assembled, rows), shown),
    material: material(materialRole(role)),
    shown,
  }
}

/** Matches the rows of two files; undefined where either has none that can be used. */
export async function pairFiles(challenger: ReadPredictions, champion: ReadPredictions): Promise<Pairing | undefined> {
  const [own, its] = [challenger.collected.predictions, champion.collected.predictions]
  if (!own || !its) return undefined
  return showRowsOf(
    (ownRows, itsRows) => pairPredictions(own, its, { challenger: ownRows, champion: itsRows }),
    challenger.shown,
    champion.shown,
  )
}

/** Attributes of the rows joined by id; undefined where either file has none that can be used. */
export async function joinFiles(own: ReadPredictions, table: ReadPredictions): Promise<Joined | undefined> {
  const [rows, its] = [own.collected.predictions, table.collected.predictions]
  return rows && its ? showRows(shown => joinAttributes(rows, its, shown), own.shown) : undefined
}

const materialRole = (role: PredictionRole): Material['role'] => (isPlain(role) ? role : 'perturbed')

const isPlain = (role: PredictionRole): role is Exclude<PredictionRole, `perturbed-${number}`> =>
  !role.startsWith('perturbed-')
