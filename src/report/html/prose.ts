import type { Element, Text } from 'hast'
import { h } from 'hastscript'
import { shown } from './text.ts'

/** A sentence in which commands and names stand between backticks, as messages write them: those as code. */
export const prose = (text: string, limit = 2000): (Element | Text)[] =>
  shown(text, limit)
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 1 ? h('code', part) : { type: 'text', value: part }))
