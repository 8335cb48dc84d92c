import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { type Column, columnClass } from './column.ts'
import { grid, lines } from './grid.ts'

interface TableOptions {
  readonly hideCaption?: boolean
  readonly cards?: boolean
  /** What a screen reader says of the part that scrolls, where other tables have the same caption. */
  readonly label?: string
}

/** A table that scrolls by itself beside its first column where the page is narrow, or whose lines become cards there (`cards`); its caption is what a screen reader says of it. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
  { hideCaption = false, cards = false, label = caption }: TableOptions = {},
): Element {
  if (cards) return grid(caption, columns, lines(rows), { hideCaption })
  const classes = columns.map(columnClass)
  return h('div.scroll.pinned', { tabIndex: 0, role: 'region', ariaLabel: label }, [
    h('table', [
      h('caption', { className: hideCaption ? ['hidden'] : [] }, h('span', caption)),
      h('thead', [
        h(
          'tr',
          columns.map(({ title, hidden }, i) =>
            h('th', { scope: 'col', className: classes[i] }, hidden ? h('span.hidden', title) : title),
          ),
        ),
      ]),
      h(
        'tbody',
        rows.map(row =>
          h(
            'tr',
            row.map((cell, i) => h('td', { className: classes[i] }, cell)),
          ),
        ),
      ),
    ]),
  ])
}

/** What is there for whoever wants it: folded, and open where it is printed. */
export const folded = (title: string, ...content: Child[]): Element => h('details', h('summary', title), ...content)
