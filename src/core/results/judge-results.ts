import type { Check } from '../evidence.ts'
import { judgeItem } from './judge-item.ts'
import type { ReadResults, ResultFormat } from './result-format.ts'
import { boundsOf, type ResultThresholds, requireKnownThresholds } from './thresholds.ts'

/** A file of another tool's results. */
export interface ResultFile {
  readonly file: string
  readonly format: ResultFormat
  readonly results: ReadResults
}

/** Room that evidence leaves for an id. */
const MAX_ID = 1000

/** The checks of all files, each id once. A file that asks nothing, or not all, is inconclusive. */
export function judgeResults(files: readonly ResultFile[], thresholds: ResultThresholds, setting: string): Check[] {
  requireKnownThresholds(
    setting,
    thresholds,
    files.flatMap(({ results }) => results.items),
  )
  const taken = new Set<string>()
  const unique = (id: string): string => {
    let free = id.slice(0, MAX_ID)
    for (let i = 2; taken.has(free); i++) free = `${id.slice(0, MAX_ID)}-${i}`
    taken.add(free)
    return free
  }
  return files.flatMap(({ file, format, results }) => {
    const { items, version, incomplete } = results
    const origin = { tool: format.tool, version, file }
    const asked = items
      .map(item => ({ item, ...boundsOf(item, thresholds) }))
      .filter(({ bounds }) => !format.isOnlyMeasured || bounds.length > 0)
    const checks = asked.map(({ item, bounds, key }) => judgeItem(item, bounds, key !== undefined, origin))
    const found = asked.length === 0 ? 'it asks nothing' : incomplete
    const whole: Check[] =
      found === undefined
        ? []
        : [
            {
              id: `${format.tool.toLowerCase().replaceAll(' ', '-')}.results`,
              title: `${file} has an answer to every question of ${format.tool}`,
              status: 'inconclusive',
              reason: `Expected ${file} to hold the answers of ${format.tool} but ${found}`,
              hint: format.hint ?? `Let ${format.tool} run its checks and write all of them`,
              locations: [{ file }],
            },
          ]
    return [...whole, ...checks].map(check => ({ ...check, id: unique(check.id) }))
  })
}
