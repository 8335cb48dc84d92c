import type { Element } from 'hast'
import { h } from 'hastscript'

/** Drawings under one title, side by side where there is room, and how to read them. */
export const figure = (title: string, drawn: readonly Element[], notes: readonly string[] = []): Element =>
  h('figure', [
    h('figcaption', title),
    h('div.drawings', { tabIndex: 0, role: 'group', ariaLabel: title }, [...drawn]),
    ...notes.filter(note => note !== '').map(note => h('p.note', note)),
  ])
