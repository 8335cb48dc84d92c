import { closestMatch } from 'leven'
import { z } from 'zod'
import { UserError } from '../user-error.ts'
import type { Bound, ResultItem } from './result-format.ts'

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`
const BOUND = new RegExp(`^(>=|>|<=|<|=|!=)\\s*(${NUMBER})$`, 'i')

/** What settings put in place of a threshold in the results: a number, or a comparator and a number. */
export const ResultThreshold = z.union([z.number(), z.string().regex(BOUND)], {
  error: 'Expected a number, or a comparator and a number such as ">= 0.95"',
})
export type ResultThreshold = z.infer<typeof ResultThreshold>
export type ResultThresholds = Readonly<Record<string, ResultThreshold>>

/** By its id, by its column, by its method: the first that the settings name. */
const keysOf = ({ id, column, method }: ResultItem) => [id, column, method].filter(key => key !== undefined)

/** The bounds of an item as the settings have them. */
export function boundsOf(item: ResultItem, thresholds: ResultThresholds): { bounds: readonly Bound[]; key?: string } {
  const key = keysOf(item).find(each => Object.hasOwn(thresholds, each))
  const given = key === undefined ? undefined : thresholds[key]
  if (key === undefined || given === undefined) return { bounds: item.bounds }
  const breach = item.bounds[0]?.breach ?? 'fail'
  const [, comparator = '=', number = ''] = typeof given === 'string' ? (BOUND.exec(given) ?? []) : []
  if (typeof given === 'string')
    return { bounds: [{ comparator: comparatorOf(comparator), value: Number(number), breach }], key }
  const [only, ...others] = item.bounds
  if (!only || others.length > 0)
    throw new UserError(
      'settings.threshold',
      `Expected a comparator before the threshold of '${key}' but found ${given}`,
      {
        hint: `Write it as a text such as ">= ${given}"`,
      },
    )
  return { bounds: [{ ...only, value: given }], key }
}

const COMPARATORS = ['>=', '>', '<=', '<', '=', '!='] as const
const comparatorOf = (text: string) => COMPARATORS.find(each => each === text) ?? '='

/** Refuses a threshold that nothing in the results answers to: it was meant for something. */
export function requireKnownThresholds(
  setting: string,
  thresholds: ResultThresholds,
  items: readonly ResultItem[],
): void {
  const known = new Set(items.flatMap(keysOf))
  for (const key of Object.keys(thresholds)) {
    if (known.has(key)) continue
    const meant = closestMatch(key, [...known], { maxDistance: 4 })
    throw new UserError(
      'settings.threshold',
      `Expected '${setting}.${key}' to name a check, column or method of the results but none of them has it`,
      {
        hint:
          meant === undefined
            ? `Known checks: ${items
                .slice(0, 5)
                .map(({ id }) => id)
                .join(', ')}`
            : `Did you mean ${meant}?`,
      },
    )
  }
}
