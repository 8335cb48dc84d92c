import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import type { Status } from '../verdict.ts'
import { advisoryList } from './advisory-list.ts'
import type { Column } from './column.ts'
import { columnLabel } from './column-label.ts'
import { driftedWeight } from './drifted-weight.ts'
import type { Files } from './files.ts'
import { histogramOf } from './histogram.ts'
import { isCategorical } from './is-categorical.ts'
import { type Measured, measureColumns } from './measure-columns.ts'
import { type Judged, measuredCheck } from './measured-check.ts'
import { isReporting } from './method.ts'
import { METHODS, methodFor } from './method-for.ts'
import { notMeasured } from './not-measured.ts'
import type { Obstacle } from './obstacle.ts'
import * as obstacles from './obstacles/index.ts'
import type { Change, DriftResult, DriftRow } from './result.ts'
import { drawnOf, SAMPLING } from './sampling.ts'
import { settlingRows } from './settling-rows.ts'
import { unseenOf } from './unseen.ts'

const OBSTACLES: readonly Obstacle[] = Object.values(obstacles)

export interface Comparison {
  readonly checks: Check[]
  readonly result: Omit<DriftResult, 'rows'>
}

/** Holds the columns of the current table against those of the reference: checks in the columns' order, and the table of numbers. */
export function compareColumns(
  columns: readonly Column[],
  settings: Settings['drift'],
  files: Files,
  seed = '',
): Comparison {
  const { measured, tests } = measureColumns(columns, settings, seed)
  const compared = columns.map(column => {
    const own = measured.filter(one => one.column === column)
    const method = methodFor(column, settings.methods)
    const judged = own.map(one => measuredCheck(one, settings, files))
    const obstructed = OBSTACLES.flatMap(obstacle => obstacle(column, files, method) ?? []).map(check =>
      // A critical column that is not compared is not known to be as it was.
      check.status === 'warn' && settings.critical?.includes(column.name)
        ? { ...check, status: 'inconclusive' as const }
        : check,
    )
    const checks = [
      ...obstructed,
      ...judged.map(({ check }) => check),
      ...(method && !own.some(one => one.method === method) && obstructed.length === 0
        ? [notMeasured(column, method, files)]
        : []),
    ]
    const finding = worst(judged)
    return { checks, judged, column: column.name, finding, row: rowOf(column, own, worst(checks)) }
  })
  const used = METHODS.filter(
    method =>
      measured.some(one => one.method === method) ||
      (isReporting(method) && columns.some(column => method.accepts.includes(column.kind))),
  )
  const weight = driftedWeight(compared, settings)
  const settling = settlingRows(
    compared.flatMap(({ checks, judged }) =>
      checks.map(check => ({ status: check.status, rows: judged.find(one => one.check === check)?.rows })),
    ),
  )
  return {
    checks: [...compared.flatMap(({ checks }) => checks), ...(weight ? [weight] : [])],
    result: {
      alpha: settings.alpha,
      level: 1 - 2 * settings.alpha,
      limits: {
        effect: settings['max-effect'],
        missingChange: settings['max-missing-change'],
        unseenShare: settings['max-unseen-share'],
      },
      tests,
      advisory: advisoryList(measured, settings.alpha),
      onInconclusive: settings['on-inconclusive'],
      letThrough: compared.flatMap(({ judged }) =>
        judged.flatMap(({ check, finding, letThrough }) =>
          letThrough ? [{ check: check.id, finding, by: letThrough.by }] : [],
        ),
      ),
      ...(settling ? { settling } : {}),
      ...(columns.some(column => drawnOf(column)) ? { sampling: SAMPLING } : {}),
      methods: used.map(({ id, title, variant }) => ({ id, title, variant })),
      columns: compared.map(({ row }) => row).toSorted(byStatusAndEffect),
    },
  }
}

function rowOf(column: Column, measured: readonly Measured[], status: Status): DriftRow {
  const { name, kind, reference, current } = column
  const distribution = measured.find(({ method }) => method.question === 'distribution')
  const missing = measured.find(({ method }) => method.question === 'missing-share')
  const unseen = isCategorical(kind) ? unseenOf(column) : undefined
  const drawn = drawnOf(column)
  const histogram = histogramOf(reference, current)
  return {
    column: columnLabel(name),
    kind,
    status,
    ...(distribution ? { method: distribution.method.id, ...numbersOf(distribution) } : {}),
    reported: Object.fromEntries(
      METHODS.flatMap(method => {
        const value = isReporting(method) && method.accepts.includes(kind) ? method.report(column) : undefined
        return value === undefined ? [] : [[method.id, value]]
      }),
    ),
    missing: {
      reference: reference.missing / reference.rows,
      current: current.missing / current.rows,
      ...(missing ? numbersOf(missing) : {}),
    },
    ...(unseen
      ? {
          unseen: {
            rows: unseen.rows,
            share: unseen.rows / current.rows,
            ...(unseen.values && !column.sensitive ? { values: unseen.values } : {}),
          },
        }
      : {}),
    ...(kind === 'numeric' && !column.sensitive ? { summary: summaryOf(column) } : {}),
    ...(drawn ? { drawn } : {}),
    ...(histogram ? { histogram: column.sensitive ? { ...histogram, edges: [] } : histogram } : {}),
  }
}

function summaryOf({ cells: { reference, current } }: Column): DriftRow['summary'] {
  return {
    ...(reference.summary ? { reference: { ...reference.summary } } : {}),
    ...(current.summary ? { current: { ...current.summary } } : {}),
  }
}

function numbersOf({ measurement: { effect, inference }, limit, tested }: Measured): Change {
  return {
    effect,
    limit,
    ...(inference ? { interval: [...inference.interval] } : {}),
    ...(tested ? { pValue: tested.pValue, adjustedPValue: tested.adjustedPValue } : {}),
  }
}

const WORST_FIRST: readonly Status[] = ['fail', 'inconclusive', 'warn', 'pass']

function worst(checks: readonly (Check | Judged)[]): Status {
  const found = checks.map(check => ('finding' in check ? check.finding : check.status))
  return WORST_FIRST.find(status => found.includes(status)) ?? 'inconclusive'
}

const byStatusAndEffect = (a: DriftRow, b: DriftRow) =>
  WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) || (b.effect ?? 0) - (a.effect ?? 0)
