import { z } from 'zod'
import { postgres as dialect } from '../../core/pushdown/dialects/postgres.ts'
import { quoted, textLiteral } from '../../core/pushdown/sql.ts'
import type { EngineEstimate } from '../../ports/engine.ts'
import type { Ask } from './describe-table.ts'

/** A step of a plan, as far as it is looked at. */
const Step = z.object({
  'Node Type': z.string(),
  'Plan Rows': z.number().nonnegative(),
  Schema: z.string().optional(),
  'Relation Name': z.string().optional(),
  get Plans() {
    return z.array(Step).optional()
  },
})
type Step = z.infer<typeof Step>
const Plan = z.tuple([z.object({ Plan: Step })])

/** What a plan reads from. */
export interface PlanRead {
  readonly estimate: EngineEstimate
  /** Steps that read from elsewhere than this database, in its own words. */
  readonly foreign: readonly string[]
}

/** Steps that read nothing that is kept, and those whose rows are not of the transaction's snapshot. */
const NOTHING = /^(Result|Values Scan|CTE Scan|WorkTable Scan|Subquery Scan|Append)$/
const ELSEWHERE = /^(Foreign Scan|Custom Scan|Function Scan|Table Function Scan)$/
/** Bytes of a plan. */
const MAX_PLAN = 16_000_000

/** Rows and bytes that a query is expected to read: its plan's rows, and the sizes of the tables that it reads whole. */
export async function readPlan(ask: Ask, from: string, names: readonly string[]): Promise<PlanRead | undefined> {
  const items = names.map(name => quoted(dialect, name)).join(', ')
  const lines = await ask(`EXPLAIN (FORMAT JSON, VERBOSE) SELECT ${items || '1'} FROM ${from}`, 1)
  const text = lines[0]?.[0] ?? ''
  const plan = text.length > MAX_PLAN ? undefined : Plan.safeParse(parsed(text))
  if (!plan?.success) return undefined
  const leaves = leavesOf(plan.data[0].Plan)
  const foreign = leaves.filter(({ 'Node Type': type }) => ELSEWHERE.test(type)).map(({ 'Node Type': type }) => type)
  const rows = leaves.reduce((sum, { 'Plan Rows': each }) => sum + each, 0)
  const tables = new Set(
    leaves.flatMap(({ Schema: schema, 'Relation Name': name }) =>
      schema === undefined || name === undefined ? [] : [`${quoted(dialect, schema)}.${quoted(dialect, name)}`],
    ),
  )
  const isKnown = leaves.every(step => NOTHING.test(step['Node Type']) || step['Relation Name'] !== undefined)
  return {
    foreign,
    estimate: { rows, ...(isKnown && foreign.length === 0 ? { bytes: await sizeOf(ask, [...tables]) } : {}) },
  }
}

async function sizeOf(ask: Ask, tables: readonly string[]): Promise<number> {
  if (tables.length === 0) return 0
  const each = tables.map(name => `pg_table_size(CAST(${textLiteral(dialect, name)} AS regclass))`)
  const [found = []] = await ask(`SELECT CAST(${each.join(' + ')} AS text)`, 1)
  return Number(found[0] ?? 0)
}

const leavesOf = (step: Step): Step[] => (step.Plans?.length ? step.Plans.flatMap(leavesOf) : [step])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
