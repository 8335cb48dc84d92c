import type { LogicalType } from '../types/define-type.ts'
import { isPattern } from '../values/pattern-expression.ts'
import type { LogicalTypeOptions } from './property.ts'
import { readBound } from './read-bound.ts'

interface Fault {
  readonly key: keyof LogicalTypeOptions
  /** What the option should be, as the end of `Expected … to be`. */
  readonly message: string
  readonly input: unknown
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number'])

/** What is wrong with a column's options under its type: an option of another type, a limit that is no value, no pattern. */
export function optionFaults(type: LogicalType, options: LogicalTypeOptions): Fault[] {
  const faults: Fault[] = []
  const refuse = (key: keyof LogicalTypeOptions, message: string) =>
    faults.push({ key, message, input: options[key] ?? undefined })
  const takes = new Set<string>([...type.options, 'enum'])
  for (const key of keysOf(options)) {
    if (!takes.has(key)) refuse(key, `left out, as it is no option of the type ${type.id},`)
  }
  for (const key of BOUNDS) {
    const bound = options[key]
    if (bound === undefined || !takes.has(key)) continue
    if (NUMERIC.has(type.id) && typeof bound !== 'number') refuse(key, 'a number')
    else if (!NUMERIC.has(type.id) && typeof bound !== 'string') refuse(key, `${type.noun} as text`)
    else if (typeof bound === 'string' && Number.isNaN(readBound(type, options, bound))) refuse(key, type.noun)
  }
  if (options.pattern !== undefined && !isPattern(options.pattern))
    refuse('pattern', 'a regular expression of ECMA-262')
  const { minLength, maxLength } = options
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    refuse('minLength', `at most maxLength, ${maxLength},`)
  }
  return faults
}

const keysOf = (options: LogicalTypeOptions): (keyof LogicalTypeOptions)[] =>
  Object.keys(options).filter((key): key is keyof LogicalTypeOptions => key in options)
