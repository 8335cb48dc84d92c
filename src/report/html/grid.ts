import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { type Column, columnClass } from './column.ts'

/** A line of a list: its cells, and by what the filter finds it. */
export interface Line {
  readonly cells: readonly Child[]
  readonly tags?: readonly string[]
  /** By which links lead to it. */
  readonly id?: string | undefined
}

export const lines = (rows: readonly (readonly Child[])[]): Line[] => rows.map(cells => ({ cells }))

/** A table whose lines become cards on a telephone; the roles stay what they are though the layout changes. */
export function grid(
  caption: string,
  columns: readonly Column[],
  rows: readonly Line[],
  { id, hideCaption = false }: { id?: string; hideCaption?: boolean } = {},
): Element {
  return h('div.scroll.cards', { tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', { role: 'table', ...(id === undefined ? {} : { id }) }, [
      h('caption', { className: hideCaption ? ['hidden'] : [] }, h('span', caption)),
      h('thead', { role: 'rowgroup' }, [
        h(
          'tr',
          { role: 'row' },
          columns.map(column =>
            h(
              'th',
              { role: 'columnheader', scope: 'col', className: columnClass(column) },
              column.hidden ? h('span.hidden', column.title) : column.title,
            ),
          ),
        ),
      ]),
      h(
        'tbody',
        { role: 'rowgroup' },
        rows.map(({ cells, tags, id: own }) =>
          h(
            'tr',
            {
              role: 'row',
              ...(tags === undefined ? {} : { dataTags: tags.join(' ') }),
              ...(own === undefined ? {} : { id: own }),
            },
            cells.map((cell, i) => {
              const column = columns[i]
              return h(
                'td',
                { role: 'cell', className: column && columnClass(column), dataTitle: column?.title },
                cell === '' ? [] : h('div', cell),
              )
            }),
          ),
        ),
      ),
    ]),
  ])
}

/** A choice of the filter: what it is called, and its answers by tag. */
export interface Choice {
  readonly name: string
  readonly title: string
  readonly answers: readonly (readonly [tag: string, text: string])[]
}

/** The search above a list: hidden until the script shows it, as it does nothing without. */
export const filter = (list: string, title: string, choices: readonly Choice[] = []): Element =>
  h('form.filter', { hidden: true, role: 'search', ariaLabel: title, dataList: list }, [
    h('label', ['Search', h('input', { type: 'search', name: 'q', autoComplete: 'off' })]),
    ...choices.map(({ name, title: asked, answers }) =>
      h('label', [
        asked,
        h('select', { name }, [
          h('option', { value: '' }, 'all'),
          ...answers.map(([tag, text]) => h('option', { value: tag }, text)),
        ]),
      ]),
    ),
    h('output', { ariaLive: 'polite' }),
  ])
