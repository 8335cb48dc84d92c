import type { Material } from '../core/evidence.ts'
import { assembleRows } from '../core/model/predictions/assemble-rows.ts'
import { type CollectedPredictions, checkPredictions } from '../core/model/predictions/check-predictions.ts'
import { keptRows } from '../core/model/predictions/kept-rows.ts'
import type { PredictionRole, PredictionSource } from '../core/model/predictions/prediction-source.ts'
import { requireColumns } from '../core/model/predictions/require-columns.ts'
import { rowsJob } from '../core/model/predictions/rows-job.ts'
import { foundBy } from '../core/tables/measures/planned.ts'
import type { RowSource } from '../core/tables/shown-rows.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Ports } from '../ports.ts'
import { headerOf } from './header-of.ts'

/** A file of predictions, or of what else is known of rows, that was read. */
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
  const progress = (rows: number) => log.progress(`${file}: ${grouped(rows)} rows`)
  const { run, find, material } = await tables.measure(file, { file, predictions: job }, { progress })
  const { kept } = foundBy({ kept: keptRows(job, source.header) }, key => run.state.get(key))
  return {
    collected: checkPredictions(source, assembleRows(kept, source)),
    material: material(materialRole(role)),
    shown: { find, sha256 },
  }
}

function materialRole(role: PredictionRole): Material['role'] {
  switch (role) {
    case 'predictions':
    case 'champion':
    case 'anchor':
    case 'history':
    case 'attributes':
    case 'train':
    case 'repeat':
      return role
    case 'reference-predictions':
      return 'reference'
    case 'current-predictions':
      return 'current'
    default:
      return 'perturbed'
  }
}
