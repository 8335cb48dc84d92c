import type { SelftestResult } from '../core/model/selftest/selftest-result.ts'
import { code, escapeText } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import { claimRows, degradationRows, modelLine, smallestRows } from './selftest-rows.ts'

/** A self-test as a Markdown document. */
export function selftestMarkdown(result: SelftestResult): string {
  const { summary, model, degradations, claims, notes, files } = result
  const told = (reason: string, hint: string | undefined) =>
    `- ${escapeText(reason)}${hint === undefined ? '' : `\n  → ${escapeText(hint)}`}`
  const wide = claims.flatMap(({ claim, tooWide }) =>
    tooWide ? [told(`'${claim}': ${tooWide.reason}`, tooWide.hint)] : [],
  )
  const left = degradations.filter(one => one.inapplicable !== undefined)
  const parts = [
    '# Self-test',
    `**${escapeText(summary)}.**`,
    escapeText(modelLine(result)),
    model.open.map(({ title, reason, hint }) => told(`${title}: ${reason}`, hint)).join('\n'),
    ...(degradations.length > 0
      ? [
          '## Degradations',
          asTable(degradationRows(result)),
          asTable(smallestRows(result)),
          '## Claims',
          'The smallest loss along the flips (or shuffles) at which a claim no longer passes, and fails; at best, what a claim that passes the model could fail.',
          asTable(claimRows(result)),
          [...wide, ...notes.map(({ reason, hint }) => told(reason, hint))].join('\n'),
          left.map(({ title, inapplicable = '' }) => `- Not tried: ${title}. ${escapeText(inapplicable)}`).join('\n'),
        ]
      : []),
    '## Files',
    files.map(({ name, role, sha256 }) => `- ${role} ${code(name)}, sha256 ${code(sha256)}`).join('\n'),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function asTable([head, ...rows]: readonly { readonly cells: readonly string[] }[]): string {
  return table(
    (head?.cells ?? []).map(cell => escapeText(cell)),
    rows.map(({ cells }) => cells.map(cell => escapeText(cell))),
  )
}
