import { counted } from '../core/model/format.ts'
import type { SelftestResult } from '../core/model/selftest/selftest-result.ts'
import { visible } from './markdown/escape.ts'
import { claimRows, degradationRows, modelLine, smallestRows } from './selftest-rows.ts'
import type { Line, Tone } from './terminal.ts'

const SIGN = { passed: '✔', failed: '✘', inconclusive: '?' }

/** A self-test for a terminal: the outcome, the table of degradations, then what each claim can tell, and what to do. */
export function selftestLines(result: SelftestResult): Line[] {
  const { verdict, summary, model, claims, degradations, notes } = result
  const outcome: Line[] = [
    { tone: verdict, text: `${SIGN[verdict]} selftest       ${visible(summary)}` },
    { tone: 'muted', text: `    ${visible(modelLine(result))}` },
    ...model.open.flatMap(({ title, status, reason, hint }): Line[] => [
      { tone: status, text: `    ${status === 'fail' ? '✘' : '?'} ${visible(title)}` },
      { tone: 'plain', text: `      ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain' as const, text: `      → ${visible(hint)}` }]),
    ]),
  ]
  if (degradations.length === 0) return outcome
  const wide = claims.flatMap(({ claim, tooWide }) => (tooWide ? [{ claim, ...tooWide }] : []))
  return [
    ...outcome,
    { tone: 'plain', text: '' },
    ...columns(degradationRows(result)),
    { tone: 'plain', text: '' },
    ...columns(smallestRows(result)),
    { tone: 'plain', text: '' },
    ...columns(claimRows(result)),
    ...[...wide.map(({ claim, reason, hint }) => ({ reason: `'${claim}': ${reason}`, hint })), ...notes].flatMap(
      ({ reason, hint }): Line[] => [
        { tone: 'plain', text: '' },
        { tone: 'warn', text: `    ! ${visible(reason)}` },
        { tone: 'plain', text: `      → ${visible(hint)}` },
      ],
    ),
    ...inapplicable(result),
  ]
}

const inapplicable = ({ degradations }: SelftestResult): Line[] => {
  const left = degradations.filter(one => one.inapplicable !== undefined)
  return left.length === 0
    ? []
    : [
        { tone: 'plain', text: '' },
        { tone: 'muted', text: `    ${counted(left.length, 'degradation')} not tried:` },
        ...left.map(
          ({ title, inapplicable = '' }): Line => ({ tone: 'muted', text: `      ${title}: ${visible(inapplicable)}` }),
        ),
      ]
}

/** Rows with their cells under each other. */
function columns(rows: readonly { readonly tone: Tone; readonly cells: readonly string[] }[]): Line[] {
  const widths = (rows[0]?.cells ?? []).map((_, i) => Math.max(...rows.map(({ cells }) => (cells[i] ?? '').length)))
  return rows.map(({ tone, cells }) => ({
    tone,
    text: visible(`    ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`).trimEnd(),
  }))
}
