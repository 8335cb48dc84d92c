import type { Element } from 'hast'
import { h } from 'hastscript'

/** A sentence whose dates and instants stay on one line each. */
export const dated = (text: string): (Element | string)[] =>
  text
    .split(/\b(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)\b/)
    .map((part, i) => (i % 2 === 1 ? h('time', { dateTime: part }, part) : part))
