import { z } from 'zod'
import type { Bound } from '../result-format.ts'

/** What the manifest says of a test. */
export const TestNode = z.object({
  column_name: z.string().nullish(),
  config: z.object({ severity: z.string(), warn_if: z.string(), error_if: z.string() }),
})

const CONDITION = /^\s*(!=|<>|>=|<=|>|<|==?)\s*(\d+(?:\.\d+)?)\s*$/
const OPPOSITE = { '!=': '=', '<>': '=', '>=': '<', '<=': '>', '>': '<=', '<': '>=', '=': '!=', '==': '!=' } as const

/** What must hold of the failures: dbt says when it does not. Nothing where a condition is SQL of another kind. */
export function testBounds({ severity, warn_if, error_if }: z.infer<typeof TestNode>['config']): Bound[] {
  const warns = boundOf(warn_if, 'warn')
  if (severity.toLowerCase() === 'warn') return warns
  const fails = boundOf(error_if, 'fail')
  return fails.length > 0 && warns.length > 0 ? [...fails, ...warns] : []
}

function boundOf(condition: string, breach: Bound['breach']): Bound[] {
  const [, written = '', number = ''] = CONDITION.exec(condition) ?? []
  const comparator = Object.entries(OPPOSITE).find(([each]) => each === written)?.[1]
  return comparator === undefined ? [] : [{ comparator, value: Number(number), breach }]
}
