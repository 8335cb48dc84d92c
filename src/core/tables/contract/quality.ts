import { z } from 'zod'
import { isPattern } from '../values/pattern-expression.ts'
import { OPERATORS, type OperatorName } from './operators.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a text, a number, true, false or null',
})
const Between = z
  .tuple([z.number(), z.number()], { error: 'a list of two numbers' })
  .refine(([low, high]) => low < high, { error: 'a list of two numbers, the smaller first' })

/** The metrics of the standard's library. */
export const METRICS = ['rowCount', 'nullValues', 'missingValues', 'invalidValues', 'duplicateValues'] as const
/** Name of a metric of the library. */
export type Metric = (typeof METRICS)[number]

const Arguments = z.strictObject({
  missingValues: z.array(Scalar).min(1).optional(),
  validValues: z.array(Scalar).min(1).optional(),
  pattern: z.string().optional(),
  properties: z.array(z.string()).min(1).optional(),
})

/** One rule under `quality`, ODCS v3.1. */
export const QualityRule = z
  .strictObject({
    id: z.string().optional(),
    name: z.string().optional(),
    description: z.string().nullish(),
    type: z.enum(['library', 'text', 'sql', 'custom']).optional(),
    metric: z.enum(METRICS).optional(),
    rule: z.string().optional(),
    arguments: Arguments.nullish(),
    mustBe: z.union([z.number(), z.string(), z.boolean()], { error: 'a number, a text, true or false' }).optional(),
    mustNotBe: z.union([z.number(), z.string(), z.boolean()], { error: 'a number, a text, true or false' }).optional(),
    mustBeGreaterThan: z.number().optional(),
    mustBeGreaterOrEqualTo: z.number().optional(),
    mustBeLessThan: z.number().optional(),
    mustBeLessOrEqualTo: z.number().optional(),
    mustBeBetween: Between.optional(),
    mustNotBeBetween: Between.optional(),
    unit: z.string().optional(),
    severity: z.string().optional(),
    query: z.string().optional(),
    engine: z.string().optional(),
    implementation: z.unknown().optional(),
    authoritativeDefinitions: z.unknown().optional(),
    businessImpact: z.unknown().optional(),
    customProperties: z.unknown().optional(),
    dimension: z.unknown().optional(),
    method: z.unknown().optional(),
    schedule: z.unknown().optional(),
    scheduler: z.unknown().optional(),
    tags: z.unknown().optional(),
  })
  .check(({ value, issues }) => {
    const metric = metricOf(value)
    const refuse = (key: string, message: string) =>
      issues.push({ code: 'custom', path: [key], message, input: Reflect.get(value, key) })
    if (value.type === 'library' && metric === undefined && value.rule === undefined) {
      refuse('metric', `one of ${METRICS.join(', ')}`)
    }
    if (metric === undefined) return
    if (operatorsOf(value).length === 0) {
      issues.push({
        code: 'custom',
        path: [],
        message: `a rule with one of ${Object.keys(OPERATORS).join(', ')}`,
        input: undefined,
      })
    }
    for (const key of ['mustBe', 'mustNotBe'] as const) {
      if (value[key] !== undefined && typeof value[key] !== 'number') refuse(key, 'a number')
    }
    const units = metric === 'rowCount' ? ['rows'] : ['rows', 'percent']
    if (value.unit !== undefined && !units.includes(value.unit)) refuse('unit', units.join(' or '))
    const { pattern, validValues } = value.arguments ?? {}
    if (pattern !== undefined && !isPattern(pattern)) {
      issues.push({
        code: 'custom',
        path: ['arguments', 'pattern'],
        message: 'a regular expression of ECMA-262',
        input: pattern,
      })
    }
    if (metric === 'invalidValues' && pattern === undefined && validValues === undefined) {
      issues.push({ code: 'custom', path: ['arguments'], message: 'validValues or a pattern', input: value.arguments })
    }
  })
export type QualityRule = z.infer<typeof QualityRule>

/** The metric a rule of the library asks for; `rule` is its name before v3.1. */
export function metricOf({ type, metric, rule }: Pick<QualityRule, 'type' | 'metric' | 'rule'>): Metric | undefined {
  if (type !== undefined && type !== 'library') return undefined
  return metric ?? METRICS.find(known => known === rule)
}

/** What the rule demands of its number; all of it must hold. */
export function operatorsOf(rule: QualityRule): { name: OperatorName; limit: number | [number, number] }[] {
  const named = Object.keys(OPERATORS).filter((key): key is OperatorName => key in OPERATORS)
  return named.flatMap(name => {
    const limit = rule[name]
    return typeof limit === 'number' || Array.isArray(limit) ? [{ name, limit }] : []
  })
}
