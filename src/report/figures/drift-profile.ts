import type { DriftResult } from '../../core/drift/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatLimit, formatNumber } from '../numbers.ts'
import { STATUS_SIGN } from '../words.ts'

/** Rows shown of a wide table. */
const SHOWN = 60

/** One line per column, the drifted first: what another tool says of it by its own method, and where its rule is wrong. */
export function driftProfileFigure({ columns }: DriftResult, profile: NonNullable<DriftResult['profile']>): string {
  const body = columns
    .slice(0, SHOWN)
    .map(({ column, status, tool }) => [
      STATUS_SIGN[status],
      code(column, 60),
      tool ? escapeText(tool.method) : '',
      tool?.score === undefined ? '' : formatNumber(tool.score),
      tool?.threshold === undefined ? '' : `${escapeText(tool.comparator)} ${formatLimit(tool.threshold)}`,
    ])
  const more =
    columns.length > SHOWN ? `\n\n_… and ${count(columns.length - SHOWN, 'more column')} in the evidence._` : ''
  const caveats = profile.caveats.map(caveat => `- ${escapeText(caveat)}`).join('\n')
  return folded(
    `${count(columns.length, 'column')} compared by the rules of ${profile.tool}`,
    `${table(['Status', 'Column', 'Method', 'Score', 'Drift where'], body, ['left', 'left', 'left', 'right', 'right'])}${more}\n\n${escapeText(profile.rule)}. Of these rules:\n\n${caveats}`,
  )
}
