import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { grid, lines } from './grid.ts'

export interface Column {
  readonly title: string
  /** Numbers stand on the right. */
  readonly align?: 'left' | 'right'
  /** Has room for a few words. */
  readonly wide?: boolean
  /** Stays on one line. */
  readonly keep?: boolean
  /** Said but not shown: the column's signs speak for themselves. */
  readonly hidden?: boolean
}

/** The column of the signs that say how each line ended. */
export const STATUS_COLUMN: Column = { title: 'Status', hidden: true }

/** A table that scrolls by itself where the page is narrow, or whose lines become cards there (`cards`); its caption is what a screen reader says of it. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
  { hideCaption = false, cards = false }: { hideCaption?: boolean; cards?: boolean } = {},
): Element {
  if (cards) return grid(caption, columns, lines(rows), { hideCaption })
  const numeric = (i: number) =>
    columns[i]?.align === 'right' ? 'number' : columns[i]?.wide ? 'wide' : columns[i]?.keep ? 'keep' : undefined
  return h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', [
      h('caption', { className: hideCaption ? ['hidden'] : [] }, h('span', caption)),
      h('thead', [
        h(
          'tr',
          columns.map(({ title, hidden }, i) =>
            h('th', { scope: 'col', className: numeric(i) }, hidden ? h('span.hidden', title) : title),
          ),
        ),
      ]),
      h(
        'tbody',
        rows.map(row =>
          h(
            'tr',
            row.map((cell, i) => h('td', { className: numeric(i) }, cell)),
          ),
        ),
      ),
    ]),
  ])
}

/** What is there for whoever wants it: folded, and open where it is printed. */
export const folded = (title: string, ...content: Child[]): Element => h('details', h('summary', title), ...content)
