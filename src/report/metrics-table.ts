import type { Check } from '../core/evidence.ts'
import { escapeText } from './markdown/escape.ts'
import { table } from './markdown/table.ts'

const MARK = { pass: '✅ pass', warn: '⚠️ warn', fail: '❌ fail', inconclusive: '❔ inconclusive' } as const

/** A metric before and after, and what was decided of it. */
export interface MetricsTableRow {
  readonly file: string
  readonly name: string
  readonly before: number | string | undefined
  readonly after: number | string | undefined
  readonly check: Check
}

/** Metrics of two revisions side by side, as Markdown. */
export function metricsTable(rows: readonly MetricsTableRow[]): string {
  const cell = (value: number | string | undefined) => (value === undefined ? '–' : escapeText(String(value)))
  return table(
    ['Status', 'Metric', 'Before', 'After', 'Change', 'Allowed'],
    rows.map(({ file, name, before, after, check }) => [
      MARK[check.status],
      escapeText(`${name} (${file})`),
      cell(before),
      cell(after),
      typeof check.measured?.value === 'number' ? cell(Number(check.measured.value.toPrecision(6))) : '–',
      check.required === undefined
        ? '–'
        : escapeText(`${check.required.comparator} ${[check.required.value].flat().join(' and ')}`),
    ]),
    ['left', 'left', 'right', 'right', 'right', 'left'],
  )
}
