import { type Cells, type ColumnCells, columnCells } from '../core/drift/column-cells.ts'
import { DRAWN, type DriftJob, driftMeasures } from '../core/drift/drift-job.ts'
import type { JointSample } from '../core/drift/joint-sample.ts'
import { jointSample } from '../core/drift/measures/joint-rows.ts'
import type { Material } from '../core/evidence.ts'
import { isEngineAddress } from '../core/pushdown/engine-table.ts'
import { foundBy } from '../core/tables/measures/planned.ts'
import type { TableRun } from '../core/tables/table-run.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Ports } from '../ports.ts'

/** One side of a comparison, measured. */
export interface MeasuredSide {
  readonly material: Material
  /** In the order of the job. */
  readonly columns: readonly ColumnCells[]
  /** Why a column could not be measured, by its name. */
  readonly untaken: ReadonlyMap<string, string>
  /** Why no whole rows were drawn, though the job asks for some. */
  readonly noJoint?: string
  /** Whole rows, where the job asks for some. */
  readonly joint?: JointSample
  /** Looks up on which lines the first of such cells stand. */
  tellLines(cells: readonly Cells[]): Promise<void>
}

/** Measures the columns of a table in one pass. */
export async function measureDrift(
  path: string,
  role: 'reference' | 'current',
  job: DriftJob,
  { tables, log }: Pick<Ports, 'tables' | 'log'>,
): Promise<MeasuredSide> {
  const progress = (rows: number) => log.progress(`${path}: ${grouped(rows)} rows`)
  const sized = isEngineAddress(path) ? { ...job, size: sizeThere(job) } : job
  const { header, run, lines, material } = await tables.measure(path, { file: path, drift: sized }, { progress })
  const measures = driftMeasures(sized, header)
  const stateOf = (key: string): unknown => run.state.get(key)
  const columns = cellsOf(run, sized, header)
  const noJoint = measures.joint && run.untaken.get(measures.joint.key)
  return {
    material: material(role),
    columns,
    untaken: new Map(
      measures.columns.flatMap(({ key }, i) => {
        const [name, reason] = [job.columns[i]?.name, run.untaken.get(key)]
        return name === undefined || reason === undefined ? [] : [[name, reason] as const]
      }),
    ),
    ...(noJoint === undefined ? {} : { noJoint }),
    ...(job.joint && measures.joint && noJoint === undefined
      ? { joint: jointSample(foundBy({ rows: measures.joint }, stateOf).rows, job.joint.columns, job.joint.rows) }
      : {}),
    async tellLines(cells) {
      const known = cells.flatMap(({ place }) => (place !== undefined && Number.isFinite(place) ? [place] : []))
      const places = [...new Set(known)].sort((a, b) => a - b)
      const found = lines ? await lines(places) : places
      for (const each of cells) {
        const line = found[places.indexOf(each.place ?? -1)]
        if (line !== undefined) each.line = line
      }
    },
  }
}

/** Numbers that travel from an engine to be compared, of all columns together, and of each at least. */
const TRAVELLING = 250_000
const LEAST = 10_000

const sizeThere = ({ columns, size = DRAWN }: DriftJob): number =>
  Math.min(size, Math.max(LEAST, Math.floor(TRAVELLING / Math.max(1, columns.length))))

/** What a run of a job has found of its columns. */
export function cellsOf(run: Pick<TableRun, 'state'>, job: DriftJob, header: readonly string[]): ColumnCells[] {
  const { size = DRAWN } = job
  return driftMeasures(job, header).columns.map((measure, i) => {
    const { state } = foundBy({ state: measure }, (key: string): unknown => run.state.get(key))
    return columnCells(state, { known: job.columns[i]?.known ?? [], size })
  })
}
