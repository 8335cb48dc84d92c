import { z } from 'zod'
import type { Bound } from '../result-format.ts'

const COMPARATORS: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = {
  LessThanMetricTest: '<',
  LessOrEqualMetricTest: '<=',
  GreaterThanMetricTest: '>',
  GreaterOrEqualMetricTest: '>=',
}

const Compared = z.object({ threshold: z.number() })
const Equal = z.object({ expected: z.number() })
const Listed = z.object({ values: z.array(z.union([z.number(), z.string()])) })

/** What a test of Evidently 0.7 requires of a value; nothing where it is relative to the reference, which is not in the file. */
export function testBounds(config: Readonly<Record<string, unknown>>, breach: Bound['breach']): Bound[] {
  const type = String(config.type ?? '').replace('evidently:test_v2:', '')
  const comparator = COMPARATORS[type]
  if (comparator !== undefined) {
    const found = Compared.safeParse(config)
    return found.success ? [{ comparator, value: found.data.threshold, breach }] : []
  }
  if (type === 'EqualMetricTest' || type === 'NotEqualMetricTest') {
    const found = Equal.safeParse(config)
    return found.success
      ? [{ comparator: type === 'EqualMetricTest' ? '=' : '!=', value: found.data.expected, breach }]
      : []
  }
  if (type === 'IsInMetricTest' || type === 'NotInMetricTest') {
    const found = Listed.safeParse(config)
    return found.success
      ? [{ comparator: type === 'IsInMetricTest' ? 'in' : 'not in', value: found.data.values, breach }]
      : []
  }
  return []
}
