import { comparePerformance, type PredictionSettings } from '../core/drift/performance/compare-performance.ts'
import type { PerformanceResult } from '../core/drift/performance/result.ts'
import { unlabelledReading } from '../core/drift/performance/unlabelled-reading.ts'
import type { DriftResult } from '../core/drift/result.ts'
import type { Check, Material } from '../core/evidence.ts'
import { columnNeeds } from '../core/model/predictions/column-needs.ts'
import { withAttributes } from '../core/model/predictions/with-attributes.ts'
import { binaryReading } from '../core/model/tasks/binary.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { headerOf } from './header-of.ts'
import { locateRows } from './locate-rows.ts'
import { readPredictions } from './read-predictions.ts'

export interface ComparedPredictions {
  readonly materials: Material[]
  readonly checks: Check[]
  /** Absent where a file has faults. */
  readonly performance?: PerformanceResult
  readonly letThrough: NonNullable<DriftResult['letThrough']>
}

/** Compares predictions of production with those of the reference, whose columns mean what `certify` says. */
export async function comparePredictions(
  predictions: PredictionSettings,
  settings: Pick<Settings, 'drift' | 'certify'>,
  ports: Ports,
): Promise<ComparedPredictions> {
  const { certify } = settings
  requireSupported(certify)
  const labelled = await hasLabels(predictions, certify.label, ports)
  const task = binaryReading(certify)
  const own = { ...task, needs: withAttributes(task.needs, columnNeeds(predictions.slices ?? [])) }
  const { id } = certify
  const before = await readPredictions(
    { id, file: predictions.reference, role: 'reference-predictions', reading: own },
    ports,
  )
  const after = await readPredictions(
    {
      id,
      file: predictions.current,
      role: 'current-predictions',
      reading: labelled ? own : unlabelledReading(own.needs),
    },
    ports,
  )
  const files = [before, after]
  const read = await locateRows(
    files.flatMap(({ collected }) => collected.checks),
    files,
  )
  const materials = files.map(({ material }) => material)
  const [reference, current] = [before.collected.predictions, after.collected.predictions]
  if (!reference || !current) return { materials, checks: read, letThrough: [] }
  const seed = materials.map(({ digest }) => digest.sha256).join('')
  const { checks, performance, letThrough } = comparePerformance(
    { reference: reference.rows, current: current.rows, labelled, seed },
    predictions,
    settings,
    predictions,
  )
  return { materials, checks: [...read, ...checks], performance, letThrough }
}

async function hasLabels({ labels, current }: PredictionSettings, label: string, { tables }: Ports): Promise<boolean> {
  if (labels !== 'auto') return labels === 'required'
  return (await headerOf(tables, current)).includes(label)
}

function requireSupported({ task, weight, cluster }: Settings['certify']): void {
  if (task !== 'binary')
    throw new UserError(
      'settings.unsupported',
      `Expected predictions of the task binary to compare under 'drift.predictions' but found 'certify.task: ${task}'`,
      { hint: "Compare the columns of such predictions as tables, by 'drift.reference' and 'drift.current'" },
    )
  const named = weight === undefined ? (cluster === undefined ? undefined : 'cluster') : 'weight'
  if (named === undefined) return
  throw new UserError(
    'settings.unsupported',
    `Expected rows that count once and stand for themselves to compare under 'drift.predictions' but found 'certify.${named}'`,
    { hint: `Compare predictions in a run with settings of its own, without '${named}'` },
  )
}
