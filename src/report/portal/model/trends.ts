import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalEvidence, PortalModel } from '../../../core/portal/portal.ts'
import type { Status } from '../../../core/verdict.ts'
import { verdictBadge } from '../../html/badge.ts'
import { type TrendPoint, trendPlot } from '../../html/charts/trend-plot.ts'
import { figure } from '../../html/figure.ts'
import { grid, lines } from '../../html/grid.ts'
import { shown } from '../../html/text.ts'
import { day } from '../../life/lanes.ts'
import { count, formatLimit, formatNumber } from '../../numbers.ts'
import { link } from '../link.ts'
import { newestFirst } from '../newest-first.ts'
import { proofText } from './evidence.ts'

/** Drawings of each kind, and runs listed: the rest is in the evidence. */
const DRAWN = 6
const LISTED = 60
/** Columns of a run that are named. */
const NAMED = 5

/** What certificates claim, one drawing a claim, in time. */
export function claimTrends({ certificates }: PortalModel): ElementContent[] {
  const points = new Map<string, TrendPoint[]>()
  for (const { at, facts } of certificates)
    for (const { title, value, interval, threshold, status } of facts?.claims ?? []) {
      if (typeof value !== 'number' || !interval) continue
      const limit = typeof threshold === 'number' ? threshold : undefined
      points.set(title, [...(points.get(title) ?? []), { at: Date.parse(at), value, interval, limit, status }])
    }
  if (points.size === 0) return []
  return [
    ...drawings('Claims, certificate by certificate', [...points].slice(0, DRAWN), [
      'Dot: the estimate; line: its interval; dashed: what was required.',
      ...leftOut(points.size, 'claim'),
    ]),
  ]
}

/** How far each column drifted from its reference, in time: the worst columns, then every run. */
export function driftTrends({ evidence }: PortalModel): ElementContent[] {
  const runs = evidence.filter(({ gate }) => gate === 'drift-compare')
  if (runs.length === 0)
    return [
      h(
        'p.lead',
        'No evidence of drift-compare was found. Keep the evidence of scheduled runs, and name its folder with --evidence.',
      ),
    ]
  const points = new Map<string, TrendPoint[]>()
  for (const { finishedAt, columns } of runs)
    for (const { column, method, effect, interval, limit, status } of columns) {
      const key = method === undefined ? column : `${column} (${method})`
      const point = {
        at: Date.parse(finishedAt),
        value: effect,
        interval,
        limit,
        status: statusOf(effect, interval, limit, status),
      }
      points.set(key, [...(points.get(key) ?? []), point])
    }
  const worst = [...points].toSorted(([, a], [, b]) => furthest(b) - furthest(a)).slice(0, DRAWN)
  return [
    ...(worst.length > 0
      ? drawings('Drift, run by run: the columns that went furthest', worst, [
          'Dot: the effect; line: its interval; dashed: the largest harmless effect.',
          ...leftOut(points.size, 'column'),
        ])
      : []),
    ...newestFirst(
      `${count(runs.length, 'run')} of drift-compare${runs.length > LISTED ? `, the newest ${LISTED}` : ''}`,
      runs.slice(0, LISTED),
      (caption, some, hideCaption) =>
        grid(
          caption,
          [
            { title: 'Verdict', hidden: true },
            { title: 'When' },
            { title: 'Version' },
            { title: 'Columns', align: 'right' },
            { title: 'Columns that failed' },
            { title: 'Evidence' },
          ],
          lines(
            some.map(run => [
              verdictBadge(run.verdict),
              h('time', { dateTime: run.finishedAt }, day(run.finishedAt)),
              shown(run.version, 40),
              run.older === undefined ? formatNumber(run.columns.length) : 'not readable',
              failedColumns(run.columns),
              [link(run.run, 'run'), ' ', proofText(run)],
            ]),
          ),
          { hideCaption },
        ),
    ),
  ]
}

/** The columns that failed, those that went furthest first. */
function failedColumns(columns: PortalEvidence['columns']): string {
  const failed = columns
    .filter(({ status }) => status === 'fail')
    .toSorted((a, b) => b.effect / (b.limit || 1) - a.effect / (a.limit || 1))
  const told = failed
    .slice(0, NAMED)
    .map(({ column, effect, limit }) =>
      limit === undefined || effect <= limit
        ? shown(column, 60)
        : `${shown(column, 60)} ${formatNumber(effect)} > ${formatLimit(limit)}`,
    )
  const more = failed.length - told.length
  return `${told.join(', ')}${more > 0 ? `, and ${formatNumber(more)} more` : ''}`
}

/** How the effect stands against its limit: the column may have failed for missing values or new categories. */
function statusOf(
  effect: number,
  interval: readonly [number, number] | undefined,
  limit: number | undefined,
  status: Status,
): Status {
  if (status === 'pass' || limit === undefined || effect > limit) return status
  return interval === undefined || interval[1] <= limit ? 'pass' : 'inconclusive'
}

/** The greatest effect in units of its limit. */
const furthest = (points: readonly TrendPoint[]) =>
  Math.max(...points.map(({ value, limit }) => (limit === undefined || limit === 0 ? value : value / limit)))

function drawings(title: string, all: readonly (readonly [string, TrendPoint[]])[], notes: readonly string[]) {
  const times = all.flatMap(([, points]) => points.map(({ at }) => at))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  return [
    figure(
      title,
      all.map(([name, points]) => trendPlot({ title: shown(name, 80), points, from, to })),
      notes,
    ),
  ]
}

const leftOut = (all: number, noun: string) => (all > DRAWN ? [`${count(all - DRAWN, `more ${noun}`)} not drawn.`] : [])
