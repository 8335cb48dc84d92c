import { counted, formatNumber } from '../core/model/format.ts'
import type { SelftestResult, Tried } from '../core/model/selftest/selftest-result.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Tone } from './terminal.ts'

interface Row {
  readonly tone: Tone
  readonly cells: readonly string[]
}

/** The model as it is, in a line. */
export const modelLine = ({ rows, model: { metrics } }: SelftestResult): string =>
  `As it is, on ${counted(rows, 'row')}: ${metrics.map(({ title, value }) => `${title} ${numberText(value)}`).join(', ') || 'no metric is claimed'}`

/** A head, then every degradation in every size: what the policy says, the metrics, and what caught it. */
export function degradationRows({ model: { metrics }, degradations }: SelftestResult): Row[] {
  return [
    {
      tone: 'strong',
      cells: ['degradation', 'how much', 'verdict', ...metrics.map(({ title }) => title), 'caught by'],
    },
    ...degradations.flatMap(({ title, tried }) => tried.map((one, i) => triedRow(i === 0 ? title : '', one, metrics))),
  ]
}

/** A head, then every degradation of which there is more and less, with the smallest that is caught. */
export const smallestRows = ({ degradations }: SelftestResult): Row[] => [
  { tone: 'strong', cells: ['degradation', 'not passed from', 'failed from'] },
  ...degradations.flatMap(({ title, smallest }): Row[] =>
    smallest
      ? [
          {
            tone: 'plain',
            cells: [title, smallest.notPassed?.shown ?? beyond(smallest), smallest.failed?.shown ?? beyond(smallest)],
          },
        ]
      : [],
  ),
]

function triedRow(
  title: string,
  { shown, verdict, must, metrics, caughtBy }: Tried,
  of: SelftestResult['model']['metrics'],
): Row {
  const missed = must && verdict === 'passed'
  const values = of.map(({ id }) => numberText(metrics.find(metric => metric.id === id)?.value ?? null))
  return {
    tone: missed ? 'fail' : verdict === 'passed' ? 'plain' : 'pass',
    cells: [title, shown, verdict, ...values, missed ? 'nothing, and must be caught' : shortened(caughtBy)],
  }
}

/** Checks named in a cell; the document has all of them. */
const NAMED = 2

const shortened = (checks: readonly string[]) =>
  checks.length > NAMED + 1
    ? `${checks.slice(0, NAMED).join(', ')} and ${checks.length - NAMED} more`
    : checks.join(', ')

/** A head, then every claim with the smallest loss that it no longer passes and that it fails. */
export const claimRows = ({ claims }: SelftestResult): Row[] => [
  { tone: 'strong', cells: ['claim', 'not passed from', 'failed from', 'at best', 'rows to halve that'] },
  ...claims.map(
    ({ claim, notPassed, failed, upTo, atBest, rowsToHalve, tooWide }): Row => ({
      tone: tooWide ? 'warn' : 'plain',
      cells: [
        claim,
        lossText(notPassed, upTo),
        lossText(failed, upTo),
        atBest === null ? '—' : numberText(-atBest),
        rowsToHalve === null ? '—' : grouped(rowsToHalve),
      ],
    }),
  ),
]

const lossText = (detection: SelftestResult['claims'][number]['failed'], upTo: string) =>
  detection ? `${numberText(-detection.drop)} (${detection.shown})` : beyond({ upTo })

/** Where not even the greatest size that is tried is caught. */
const beyond = ({ upTo }: { readonly upTo: string }) => `not at ${upTo}`

/** Four decimals of what is small, four digits of what is not; a true minus sign. */
const numberText = (value: number | null): string =>
  value === null ? '—' : formatNumber(Math.abs(value) < 1 ? Number(value.toFixed(4)) : value).replace('-', '−')
