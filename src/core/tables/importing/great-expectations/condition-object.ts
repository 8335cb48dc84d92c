import { z } from 'zod'
import { quoteName, quoteText } from './row-condition.ts'

const Column = z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])
const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Comparison = z.looseObject({
  type: z.literal('comparison'),
  column: Column,
  operator: z.string(),
  parameter: z.union([Scalar, z.array(Scalar)]),
})
const Nullity = z.looseObject({ type: z.literal('nullity'), column: Column, is_null: z.boolean() })
const Joined = z.looseObject({ type: z.enum(['and', 'or']), conditions: z.array(z.unknown()).min(1) })

const OPERATORS: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  IN: 'in',
  NOT_IN: 'not in',
  'NOT IN': 'not in',
}

/** A condition of Great Expectations 1.x, which is an object, as one of ours; undefined where it holds anything else. */
export function conditionObject(value: unknown): string | undefined {
  const comparison = Comparison.safeParse(value).data
  if (comparison) {
    const operator = OPERATORS[comparison.operator.toUpperCase()] ?? OPERATORS[comparison.operator]
    const parameter = literal(comparison.parameter)
    const list = Array.isArray(comparison.parameter)
    if (operator === undefined || list !== operator.endsWith('in')) return undefined
    return `${quoteName(comparison.column)} ${operator} ${parameter}`
  }
  const nullity = Nullity.safeParse(value).data
  if (nullity) return `${quoteName(nullity.column)} is ${nullity.is_null ? '' : 'not '}null`
  const joined = Joined.safeParse(value).data
  const parts = joined?.conditions.map(conditionObject)
  if (!joined || !parts || parts.includes(undefined)) return undefined
  return parts.map(part => `(${part})`).join(` ${joined.type} `)
}

const literal = (value: z.infer<typeof Scalar> | z.infer<typeof Scalar>[]): string => {
  if (Array.isArray(value)) return `(${value.map(literal).join(', ')})`
  return typeof value === 'string' ? quoteText(value) : String(value)
}
