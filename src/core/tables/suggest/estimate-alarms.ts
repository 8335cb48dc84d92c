import { type TableProfile, tableProfiler } from '../../starting/table-profile.ts'
import { clopperPearson } from '../../stats/intervals/clopper-pearson.ts'
import { contractText } from '../drafts/contract-text.ts'
import type { Row } from '../row.ts'
import { checkRows } from './check-rows.ts'
import { isHeldOut } from './is-held-out.ts'
import { suggestContract } from './suggest-contract.ts'

/** How often a contract suggested from some rows of a table alarms on the others, in `draws` draws by lot. */
export interface AlarmEstimate {
  readonly draws: number
  readonly alarmed: number
  /** Of the share, at 95 % (Clopper and Pearson; draws of the same rows are not quite independent). */
  readonly interval: readonly [number, number]
  /** Draws in which each rule was broken, most first. */
  readonly rules: readonly (readonly [string, number])[]
}

/** Suggests a contract again and again from another part of the rows, and holds it against the rest. */
export function estimateAlarms(
  header: readonly string[],
  rows: readonly Row[],
  options: { readonly share: number; readonly alarms: number; readonly draws: number },
): AlarmEstimate {
  const counts = new Map<string, number>()
  let alarmed = 0
  for (let draw = 1; draw <= options.draws; draw++) {
    const heldOut = rows.filter((_, i) => isHeldOut(i, options.share, draw))
    const seen = rows.filter((_, i) => !isHeldOut(i, options.share, draw))
    const { draft } = suggestContract(profileOf(header, seen), {
      name: 'table',
      alarms: options.alarms,
      batch: heldOut.length,
    })
    const broken = checkRows(contractText(draft, 'rows'), 'table', header, heldOut)
    if (broken.length > 0) alarmed += 1
    for (const { id } of broken) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const { lower, upper } = clopperPearson(alarmed, options.draws, 0.95)
  return {
    draws: options.draws,
    alarmed,
    interval: [lower, upper],
    rules: [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  }
}

function profileOf(header: readonly string[], rows: readonly Row[]): TableProfile {
  const profiler = tableProfiler('table', header)
  profiler.add(rows)
  return profiler.profile()
}
