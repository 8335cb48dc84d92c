import type { Bound } from './result-format.ts'

/** Whether a value meets a bound; undefined where it was rounded so that one cannot tell. */
export function holds(value: number | string, bound: Bound, rounding = 0): boolean | undefined {
  if (rounding === 0 || typeof value === 'string') return meets(value, bound)
  const [low, high] = [meets(value - rounding, bound), meets(value + rounding, bound)]
  return low === high ? low : undefined
}

function meets(value: number | string, { comparator, value: bar, within = 0 }: Bound): boolean {
  if (comparator === 'in' || comparator === 'not in') {
    const listed = Array.isArray(bar) && bar.some(each => each === value)
    return listed === (comparator === 'in')
  }
  if (comparator === '=' || comparator === '!=') {
    const equal = typeof value === 'number' && typeof bar === 'number' ? Math.abs(value - bar) <= within : value === bar
    return equal === (comparator === '=')
  }
  if (typeof value !== 'number' || typeof bar !== 'number') return false
  if (comparator === '<') return value < bar
  if (comparator === '<=') return value <= bar
  return comparator === '>' ? value > bar : value >= bar
}
