import type { FairnessTable, ModelResult } from '../../core/model/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatInterval, formatNumber, formatP, formatShare } from '../numbers.ts'

/** Groups shown of a table; the evidence has them all. */
const SHOWN = 20

type Group = FairnessTable['groups'][number]

/** How each group is treated, the one that is chosen least often first; empty where no group was named. */
export function fairnessFigure({ fairness = [] }: ModelResult): string {
  if (fairness.length === 0) return ''
  const names = fairness.map(({ by }) => by).join(', ')
  return folded(`Groups by ${escapeText(names)}`, fairness.map(groupTable).join('\n\n'))
}

function groupTable({ by, favourable, level, method, groups }: FairnessTable): string {
  const worst = groups.toSorted(
    (a, b) => Number(a.few ?? false) - Number(b.few ?? false) || share(a) - share(b) || (a.group < b.group ? -1 : 1),
  )
  const body = worst
    .slice(0, SHOWN)
    .map(group => [
      escapeText(group.group, 60),
      formatNumber(group.rows),
      rate(group.selection),
      group.few ? 'too few rows' : ratio(group),
      rate(group.truePositive),
      rate(group.falsePositive),
      rate(group.precision),
    ])
  const more = groups.length > SHOWN ? `\n\n_… and ${count(groups.length - SHOWN, 'more group')} in the evidence._` : ''
  return `${table(
    [
      escapeText(by),
      'Rows',
      'Predicted',
      `Impact ratio, ${formatShare(level)} interval`,
      'Of the truly so',
      'Of the others',
      'Truly so',
    ],
    body,
    ['left', 'right', 'right', 'left', 'right', 'right', 'right'],
  )}${more}\n\n<sub>Shares predicted ${code(favourable)}: of all rows, and against the group with the largest share (${method === 'mover' ? 'MOVER; p: Student' : 'Katz; p: Fisher'}); of rows that truly are, and are not; last, the share of those predicted so that truly are</sub>`
}

const share = ({ selection }: Group) => selection?.value ?? 0

const rate = (found: Group['selection']) => (found ? formatShare(found.value) : '')

const ratio = ({ ratio: found }: Group) =>
  found ? `${formatNumber(found.value)} ${formatInterval(found.interval)}, p ${formatP(found.pValue)}` : '1'
