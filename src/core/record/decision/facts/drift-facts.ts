import type { DriftResult } from '../../../drift/result.ts'
import type { Fact } from './fact.ts'

type Row = DriftResult['columns'][number]

/** How columns have drifted, by method: the one that decides on the distribution, missing and new values, and what is reported beside them. */
export function driftFacts({ columns, rows, level }: DriftResult): Fact[] {
  const n = Math.min(rows.reference, rows.current)
  return columns.flatMap(row => {
    const found = new Map([...reported(row), ...decided(row, level)])
    const kept = [...found].map(([metric, value]) => ({ metric, ...value }))
    return [...kept, ...(row.method === undefined ? [{ value: null }] : [])].map(fact => ({
      gate: 'drift-compare' as const,
      feature: row.column,
      n,
      ...fact,
    }))
  })
}

type Value = Pick<Fact, 'value' | 'interval' | 'level'>

const reported = (row: Row): [string, Value][] => Object.entries(row.reported).map(([id, value]) => [id, { value }])

function decided({ method, effect, interval, missing, unseen, tool }: Row, level: number): [string, Value][] {
  return [
    ...(tool?.score === undefined ? [] : [[tool.method, { value: tool.score }] satisfies [string, Value]]),
    ...named(method, { effect, interval }, level),
    ...named('missing-share', missing, level),
    ...named('unseen-categories', { effect: unseen?.share, interval: undefined }, level),
  ]
}

function named(
  id: string | undefined,
  { effect, interval }: { effect?: number | undefined; interval?: readonly [number, number] | undefined },
  level: number,
): [string, Value][] {
  if (id === undefined || effect === undefined) return []
  return [[id, { value: effect, ...(interval && { interval, level }) }]]
}
